import type { DefaultProps } from '@deck.gl/core'
import type { Texture, TextureFormatColor } from '@luma.gl/core'
import type { ShaderModule } from '@luma.gl/shadertools'
import { GridSurfaceLayer, interpolation, type GridSurfaceProps } from './gridSurfaceLayer.ts'
import type { Rgba } from './palette.ts'

export interface DivergingSurfaceProps extends GridSurfaceProps {
  /** Two channels a cell: the value, and its support; where the support is below 1 nothing is drawn. */
  values: Float32Array
  /** Ascending: three below 0 and three above. */
  breaks: readonly number[]
  /** Colours of the seven classes, the neutral one in the middle; 0-1. */
  colours: readonly Rgba[]
  /** Line along the surface's end. */
  edge: Rgba
}

interface SurfaceUniforms {
  size: [number, number]
  breaksBelow: [number, number, number, number]
  breaksAbove: [number, number, number, number]
  colour1: Rgba
  colour2: Rgba
  colour3: Rgba
  colour4: Rgba
  colour5: Rgba
  colour6: Rgba
  colour7: Rgba
  edge: Rgba
  valuesTexture: Texture
}

const uniformBlock = `\
layout(std140) uniform surfaceUniforms {
  vec4 breaksBelow;
  vec4 breaksAbove;
  vec4 colour1;
  vec4 colour2;
  vec4 colour3;
  vec4 colour4;
  vec4 colour5;
  vec4 colour6;
  vec4 colour7;
  vec4 edge;
  vec2 size;
} surface;
`

const surfaceModule = {
  name: 'surface',
  vs: uniformBlock,
  fs: uniformBlock,
  uniformTypes: {
    breaksBelow: 'vec4<f32>',
    breaksAbove: 'vec4<f32>',
    colour1: 'vec4<f32>',
    colour2: 'vec4<f32>',
    colour3: 'vec4<f32>',
    colour4: 'vec4<f32>',
    colour5: 'vec4<f32>',
    colour6: 'vec4<f32>',
    colour7: 'vec4<f32>',
    edge: 'vec4<f32>',
    size: 'vec2<f32>',
  },
} as const satisfies ShaderModule<SurfaceUniforms>

/** `classColour(value)`: the colour of the value's class, smooth over a pixel at the breaks. */
export const classColour = `
vec3 classColour(float value) {
  float width = max(fwidth(value), 1e-9);
  vec3 below = clamp((vec3(value) - surface.breaksBelow.xyz) / width + 0.5, 0.0, 1.0);
  vec3 above = clamp((vec3(value) - surface.breaksAbove.xyz) / width + 0.5, 0.0, 1.0);
  vec3 colour = mix(surface.colour1.rgb, surface.colour2.rgb, below.x);
  colour = mix(colour, surface.colour3.rgb, below.y);
  colour = mix(colour, surface.colour4.rgb, below.z);
  colour = mix(colour, surface.colour5.rgb, above.x);
  colour = mix(colour, surface.colour6.rgb, above.y);
  return mix(colour, surface.colour7.rgb, above.z);
}
`

const fragmentShader = `#version 300 es
#define SHADER_NAME diverging-surface-fragment
precision highp float;
uniform sampler2D valuesTexture;
in vec2 cell;
out vec4 fragColor;
${interpolation}${classColour}
void main(void) {
  vec2 values = valuesAt(cell).rg;
  float support = values.g - 1.0;
  float supportWidth = max(fwidth(values.g), 1e-9);
  if (support < -1.5 * supportWidth) discard;
  vec3 colour = classColour(values.r);
  float line = 1.0 - clamp(abs(support) / supportWidth - 0.25, 0.0, 1.0);
  float alpha = max(clamp(support / supportWidth + 0.5, 0.0, 1.0), line * surface.edge.a);
  fragColor = vec4(mix(colour, surface.edge.rgb, line * surface.edge.a), alpha * layer.opacity);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`

const defaultProps: DefaultProps<DivergingSurfaceProps> = {
  values: { type: 'object', value: new Float32Array(0), compare: true },
  columns: { type: 'number', value: 0 },
  rows: { type: 'number', value: 0 },
  mesh: { type: 'object', value: undefined as never, compare: true },
  breaks: { type: 'array', value: [], compare: true },
  colours: { type: 'array', value: [], compare: true },
  edge: { type: 'array', value: [0, 0, 0, 0], compare: true },
}

/** A grid of differences as classed colours on both sides of a neutral one; where there is too little to compare it ends in a fine line. */
export class DivergingSurfaceLayer extends GridSurfaceLayer<DivergingSurfaceProps> {
  static override layerName = 'DivergingSurfaceLayer'
  static override defaultProps = defaultProps

  protected fragmentShader() {
    return fragmentShader
  }

  protected surfaceModule(): ShaderModule {
    return surfaceModule as ShaderModule
  }

  protected format(): TextureFormatColor {
    return 'rg32float'
  }

  protected inputs(texture: Texture) {
    const { breaks, colours, edge, columns, rows } = this.props
    const surface: SurfaceUniforms = {
      size: [columns, rows],
      breaksBelow: [breaks[0]!, breaks[1]!, breaks[2]!, 0],
      breaksAbove: [breaks[3]!, breaks[4]!, breaks[5]!, 0],
      colour1: colours[0]!,
      colour2: colours[1]!,
      colour3: colours[2]!,
      colour4: colours[3]!,
      colour5: colours[4]!,
      colour6: colours[5]!,
      colour7: colours[6]!,
      edge,
      valuesTexture: texture,
    }
    return { surface } as object
  }
}
