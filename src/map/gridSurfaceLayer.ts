import { Layer, project32, type LayerProps, type UpdateParameters } from '@deck.gl/core'
import type { Texture, TextureFormatColor } from '@luma.gl/core'
import { Model, type ShaderInputs } from '@luma.gl/engine'
import type { ShaderModule } from '@luma.gl/shadertools'
import type { SurfaceMesh } from './surfaceMesh.ts'

export interface GridSurfaceProps extends LayerProps {
  /** At cell centres, row 0 south, as many channels a cell as the layer reads. */
  values: Float32Array
  columns: number
  rows: number
  /** Where the grid lies on the map. */
  mesh: SurfaceMesh
}

/** What `surface` holds in each layer's uniform block beside its own: the grid's columns and rows as `size`. */
export const vertexShader = `#version 300 es
#define SHADER_NAME grid-surface-vertex
in vec2 texCoords;
in vec3 positions;
in vec3 positions64Low;
out vec2 cell;
void main(void) {
  geometry.worldPosition = positions;
  gl_Position = project_position_to_clipspace(positions, positions64Low, vec3(0.0), geometry.position);
  DECKGL_FILTER_GL_POSITION(gl_Position, geometry);
  cell = texCoords * surface.size - 0.5;
}
`

/**
 * `valuesAt(cell)`: the channels between the cell centres. Catmull-Rom passes through the values at the centres, so that a class border drawn between
 * them is where the exact values put it, without the corners that a bilinear surface shows when cells are large on the screen.
 */
export const interpolation = `
vec4 at(ivec2 p) {
  ivec2 last = ivec2(surface.size) - 1;
  return texelFetch(valuesTexture, clamp(p, ivec2(0), last), 0);
}
vec4 spline(float t) {
  float t2 = t * t;
  float t3 = t2 * t;
  return 0.5 * vec4(-t3 + 2.0 * t2 - t, 3.0 * t3 - 5.0 * t2 + 2.0, -3.0 * t3 + 4.0 * t2 + t, t3 - t2);
}
vec4 rowAt(ivec2 p, vec4 w) {
  return w.x * at(p + ivec2(-1, 0)) + w.y * at(p) + w.z * at(p + ivec2(1, 0)) + w.w * at(p + ivec2(2, 0));
}
vec4 valuesAt(vec2 position) {
  vec2 base = floor(position);
  vec4 wx = spline(position.x - base.x);
  vec4 wy = spline(position.y - base.y);
  ivec2 p = ivec2(base);
  return wy.x * rowAt(p + ivec2(0, -1), wx) + wy.y * rowAt(p, wx)
    + wy.z * rowAt(p + ivec2(0, 1), wx) + wy.w * rowAt(p + ivec2(0, 2), wx);
}
`

/**
 * A grid of values interpolated and classed on the graphics card: a new grid is one texture upload, with no contours to trace or triangulate.
 * What the values mean is the subclass's fragment shader.
 */
export abstract class GridSurfaceLayer<P extends GridSurfaceProps> extends Layer<P> {
  static override layerName = 'GridSurfaceLayer'

  declare state: { model?: Model; texture?: Texture }

  protected abstract fragmentShader(): string
  protected abstract surfaceModule(): ShaderModule
  protected abstract format(): TextureFormatColor
  /** Uniforms by module. */
  protected abstract inputs(texture: Texture): Parameters<ShaderInputs['setProps']>[0]

  override getShaders() {
    const modules = [project32, this.surfaceModule()]
    return super.getShaders({ vs: vertexShader, fs: this.fragmentShader(), modules })
  }

  override initializeState() {
    this.getAttributeManager()!.add({
      indices: {
        size: 1,
        isIndexed: true,
        noAlloc: true,
        update: (attribute) => (attribute.value = this.props.mesh.indices),
      },
      positions: {
        size: 3,
        type: 'float64',
        fp64: this.use64bitPositions(),
        noAlloc: true,
        update: (attribute) => (attribute.value = this.props.mesh.positions),
      },
      texCoords: {
        size: 2,
        noAlloc: true,
        update: (attribute) => (attribute.value = this.props.mesh.textureCoordinates),
      },
    })
  }

  override updateState(parameters: UpdateParameters<this>) {
    super.updateState(parameters)
    const { props, oldProps, changeFlags } = parameters
    if (changeFlags.extensionsChanged) {
      this.state.model?.destroy()
      this.state.model = new Model(this.context.device, {
        ...this.getShaders(),
        id: this.props.id,
        bufferLayout: this.getAttributeManager()!.getBufferLayouts(),
        topology: 'triangle-list',
        isInstanced: false,
      })
      this.getAttributeManager()!.invalidateAll()
    }
    if (props.mesh !== oldProps.mesh) {
      this.state.model!.setVertexCount(props.mesh.indices.length)
      this.getAttributeManager()!.invalidateAll()
    }
    if (props.values !== oldProps.values || props.columns !== oldProps.columns) {
      this.state.texture?.destroy()
      this.state.texture = this.context.device.createTexture({
        id: `${this.props.id}-values`,
        format: this.format(),
        width: props.columns,
        height: props.rows,
        data: props.values,
        sampler: { minFilter: 'nearest', magFilter: 'nearest' },
      })
    }
  }

  override finalizeState(context: this['context']) {
    super.finalizeState(context)
    this.state.texture?.destroy()
    this.state.model?.destroy()
  }

  override draw() {
    const { model, texture } = this.state
    if (!model || !texture) return
    model.shaderInputs.setProps(this.inputs(texture))
    model.draw(this.context.renderPass)
  }
}
