import { Layer, project32, type DefaultProps, type LayerProps, type UpdateParameters } from '@deck.gl/core'
import type { Texture } from '@luma.gl/core'
import { Model } from '@luma.gl/engine'
import type { ShaderModule } from '@luma.gl/shadertools'
import type { Rgba } from './palette.ts'
import type { SurfaceMesh } from './surfaceMesh.ts'

/** Number of classes that the amount scale has. */
export const CLASSES = 6

export interface DensitySurfaceProps extends LayerProps {
  /** Values at cell centres, row 0 south. */
  values: Float32Array
  columns: number
  rows: number
  /** Where the grid lies on the map. */
  mesh: SurfaceMesh
  /** Ascending lower bounds of the six classes; below the first nothing is drawn. */
  breaks: readonly number[]
  /** Colours of the six classes, 0-1. */
  colours: readonly Rgba[]
  /** Line along the lowest break. */
  edge: Rgba
}

interface SurfaceUniforms {
  size: [number, number]
  breaksLow: [number, number, number, number]
  breaksHigh: [number, number]
  colour1: Rgba
  colour2: Rgba
  colour3: Rgba
  colour4: Rgba
  colour5: Rgba
  colour6: Rgba
  edge: Rgba
  valuesTexture: Texture
}

const uniformBlock = `\
layout(std140) uniform surfaceUniforms {
  vec4 breaksLow;
  vec4 colour1;
  vec4 colour2;
  vec4 colour3;
  vec4 colour4;
  vec4 colour5;
  vec4 colour6;
  vec4 edge;
  vec2 breaksHigh;
  vec2 size;
} surface;
`

const surfaceModule = {
  name: 'surface',
  vs: uniformBlock,
  fs: uniformBlock,
  uniformTypes: {
    breaksLow: 'vec4<f32>',
    colour1: 'vec4<f32>',
    colour2: 'vec4<f32>',
    colour3: 'vec4<f32>',
    colour4: 'vec4<f32>',
    colour5: 'vec4<f32>',
    colour6: 'vec4<f32>',
    edge: 'vec4<f32>',
    breaksHigh: 'vec2<f32>',
    size: 'vec2<f32>',
  },
} as const satisfies ShaderModule<SurfaceUniforms>

const vertexShader = `#version 300 es
#define SHADER_NAME density-surface-vertex
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

// Catmull-Rom passes through the values at the cell centres, so that a class border drawn between them is where the
// exact values put it, without the corners that a bilinear surface shows when cells are large on the screen.
const fragmentShader = `#version 300 es
#define SHADER_NAME density-surface-fragment
precision highp float;
uniform sampler2D valuesTexture;
in vec2 cell;
out vec4 fragColor;

float at(ivec2 p) {
  ivec2 last = ivec2(surface.size) - 1;
  return texelFetch(valuesTexture, clamp(p, ivec2(0), last), 0).r;
}
vec4 spline(float t) {
  float t2 = t * t;
  float t3 = t2 * t;
  return 0.5 * vec4(-t3 + 2.0 * t2 - t, 3.0 * t3 - 5.0 * t2 + 2.0, -3.0 * t3 + 4.0 * t2 + t, t3 - t2);
}
float rowAt(ivec2 p, vec4 w) {
  return w.x * at(p + ivec2(-1, 0)) + w.y * at(p) + w.z * at(p + ivec2(1, 0)) + w.w * at(p + ivec2(2, 0));
}
float valueAt(vec2 position) {
  vec2 base = floor(position);
  vec4 wx = spline(position.x - base.x);
  vec4 wy = spline(position.y - base.y);
  ivec2 p = ivec2(base);
  return wy.x * rowAt(p + ivec2(0, -1), wx) + wy.y * rowAt(p, wx)
    + wy.z * rowAt(p + ivec2(0, 1), wx) + wy.w * rowAt(p + ivec2(0, 2), wx);
}
void main(void) {
  float value = valueAt(cell);
  float width = max(fwidth(value), 1e-9);
  float lowest = surface.breaksLow.x;
  if (value < lowest - 1.5 * width) discard;
  vec4 steps = clamp((vec4(value) - surface.breaksLow) / width + 0.5, 0.0, 1.0);
  vec2 highSteps = clamp((vec2(value) - surface.breaksHigh) / width + 0.5, 0.0, 1.0);
  vec3 colour = mix(surface.colour1.rgb, surface.colour2.rgb, steps.y);
  colour = mix(colour, surface.colour3.rgb, steps.z);
  colour = mix(colour, surface.colour4.rgb, steps.w);
  colour = mix(colour, surface.colour5.rgb, highSteps.x);
  colour = mix(colour, surface.colour6.rgb, highSteps.y);
  float line = 1.0 - clamp(abs(value - lowest) / width - 0.25, 0.0, 1.0);
  float alpha = max(steps.x, line * surface.edge.a);
  fragColor = vec4(mix(colour, surface.edge.rgb, line * surface.edge.a), alpha * layer.opacity);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`

const defaultProps: DefaultProps<DensitySurfaceProps> = {
  values: { type: 'object', value: new Float32Array(0), compare: true },
  columns: { type: 'number', value: 0 },
  rows: { type: 'number', value: 0 },
  mesh: { type: 'object', value: undefined as never, compare: true },
  breaks: { type: 'array', value: [], compare: true },
  colours: { type: 'array', value: [], compare: true },
  edge: { type: 'array', value: [0, 0, 0, 0], compare: true },
}

/**
 * A density grid as classed colours with a fine outer edge, interpolated and classed on the graphics card: a new grid is
 * one texture upload, with no contours to trace or triangulate.
 */
export class DensitySurfaceLayer extends Layer<DensitySurfaceProps> {
  static override layerName = 'DensitySurfaceLayer'
  static override defaultProps = defaultProps

  declare state: { model?: Model; texture?: Texture; mesh?: SurfaceMesh }

  override getShaders() {
    return super.getShaders({ vs: vertexShader, fs: fragmentShader, modules: [project32, surfaceModule] })
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
        format: 'r32float',
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
    const { breaks, colours, edge, columns, rows } = this.props
    if (!model || !texture) return
    model.shaderInputs.setProps({
      surface: {
        size: [columns, rows],
        breaksLow: [breaks[0]!, breaks[1]!, breaks[2]!, breaks[3]!],
        breaksHigh: [breaks[4]!, breaks[5]!],
        colour1: colours[0]!,
        colour2: colours[1]!,
        colour3: colours[2]!,
        colour4: colours[3]!,
        colour5: colours[4]!,
        colour6: colours[5]!,
        edge,
        valuesTexture: texture,
      } satisfies SurfaceUniforms,
    })
    model.draw(this.context.renderPass)
  }
}
