import type { DefaultProps } from '@deck.gl/core'
import type { Texture } from '@luma.gl/core'
import type { ShaderModule } from '@luma.gl/shadertools'
import { GridSurfaceLayer, interpolation, type GridSurfaceProps } from './gridSurfaceLayer.ts'
import type { Rgba } from './palette.ts'

/** Number of classes that the amount scale has. */
export const CLASSES = 6

export interface DensitySurfaceProps extends GridSurfaceProps {
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

const fragmentShader = `#version 300 es
#define SHADER_NAME density-surface-fragment
precision highp float;
uniform sampler2D valuesTexture;
in vec2 cell;
out vec4 fragColor;
${interpolation}void main(void) {
  float value = valuesAt(cell).r;
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

/** A density grid as classed colours with a fine outer edge. */
export class DensitySurfaceLayer extends GridSurfaceLayer<DensitySurfaceProps> {
  static override layerName = 'DensitySurfaceLayer'
  static override defaultProps = defaultProps

  protected fragmentShader() {
    return fragmentShader
  }

  protected surfaceModule(): ShaderModule {
    return surfaceModule as ShaderModule
  }

  protected format() {
    return 'r32float' as const
  }

  protected inputs(texture: Texture) {
    const { breaks, colours, edge, columns, rows } = this.props
    const surface: SurfaceUniforms = {
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
    }
    return { surface } as object
  }
}
