/** The part of JTS (here: its buffer, in the plane of the coordinates) that the package holds; it brings no types of its own. */
declare module '@turf/jsts' {
  interface Shape {
    isEmpty(): boolean
  }
  const jsts: {
    BufferOp: { bufferOp(shape: Shape, distance: number, quadrantSegments: number): Shape }
    GeoJSONReader: new () => {
      read(geometry: { type: string; coordinates: unknown }): Shape
    }
    GeoJSONWriter: new () => {
      write(shape: Shape): { type: string; coordinates: unknown }
    }
  }
  export default jsts
}
