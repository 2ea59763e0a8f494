import type { Texture } from '@luma.gl/core'
import { classColour, DivergingSurfaceLayer } from '../divergingSurfaceLayer.ts'
import { interpolation } from '../gridSurfaceLayer.ts'

/** CSS pixels from one stripe to the next, before it is rounded to a power of two of the cells. */
const STRIPE = 11

/**
 * What may be chance has stripes cut out of its colour, which the ground shows through: a pattern that stands in both themes and without colour.
 * The stripes lie on the ground and move with it; zooming halves or doubles them, so that they stay as wide on the screen.
 */
const fragmentShader = `#version 300 es
#define SHADER_NAME hatched-surface-fragment
precision highp float;
uniform sampler2D valuesTexture;
in vec2 cell;
out vec4 fragColor;
${interpolation}${classColour}
float stripes(vec2 position) {
  float perPixel = max(length(dFdx(position)), 1e-6);
  float period = exp2(floor(log2(perPixel * surface.breaksBelow.w) + 0.5));
  float along = (position.x + position.y) / period;
  float ridge = abs(fract(along) - 0.5) * 2.0;
  return clamp((ridge - 0.52) * period / (4.0 * perPixel) + 0.5, 0.0, 1.0);
}
void main(void) {
  vec3 values = valuesAt(cell).rgb;
  float support = values.g - 1.0;
  float supportWidth = max(fwidth(values.g), 1e-9);
  if (support < -1.5 * supportWidth) discard;
  vec3 colour = classColour(values.r);
  float clearWidth = max(fwidth(values.b), 1e-6);
  float clear = clamp((values.b - 0.5) / clearWidth + 0.5, 0.0, 1.0);
  float rim = 1.0 - clamp(abs(values.b - 0.5) / clearWidth - 0.5, 0.0, 1.0);
  float fill = mix(mix(1.0, 0.16, stripes(cell)), 1.0, clear);
  float line = 1.0 - clamp(abs(support) / supportWidth - 0.25, 0.0, 1.0);
  float ink = max(0.3 * line, rim);
  float alpha = max(clamp(support / supportWidth + 0.5, 0.0, 1.0) * fill * layer.opacity, ink);
  fragColor = vec4(mix(colour, surface.edge.rgb, ink), alpha);
  DECKGL_FILTER_COLOR(fragColor, geometry);
}
`

/** A grid of differences whose cells carry four channels: the value, its support, 1 where it is more than chance, and nothing. */
export class HatchedSurfaceLayer extends DivergingSurfaceLayer {
  static override layerName = 'HatchedSurfaceLayer'

  protected override fragmentShader() {
    return fragmentShader
  }

  protected override format() {
    return 'rgba32float' as const
  }

  protected override inputs(texture: Texture) {
    const { surface } = super.inputs(texture) as { surface: { breaksBelow: number[] } }
    surface.breaksBelow[3] = STRIPE * (globalThis.devicePixelRatio || 1)
    return { surface }
  }
}
