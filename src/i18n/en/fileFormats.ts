import type { fileFormats as source } from '../sv/fileFormats.ts'

export const fileFormats: typeof source = {
  names: {
    csv: 'Delimited text (CSV)',
    xlsx: 'Excel (.xlsx)',
    geojson: 'GeoJSON',
    geopackage: 'GeoPackage',
    shapefile: 'Shapefile',
    kml: 'KML',
    gpx: 'GPX',
    parquet: 'Parquet',
    gzip: 'gzip',
    zip: 'zip',
  },
  shortNames: {
    csv: 'CSV',
    xlsx: 'Excel',
    geojson: 'GeoJSON',
    geopackage: 'GeoPackage',
    shapefile: 'Shapefile',
    kml: 'KML',
    gpx: 'GPX',
    parquet: 'Parquet',
  },
  inside: (format, container) => `${format} in ${container}`,
  layer: 'Layer',
  unsupported: {
    pdf: 'This is a PDF, which cannot be read as a table. Export the data as CSV or Excel from the same system.',
    oldExcel:
      'This is an old Excel file (.xls) or a workbook with a password. Save it as .xlsx without a password, or as CSV, and try again.',
    image: 'This is an image, not a table or a map layer.',
    html: 'This is a web page. Some systems call it .xls: open it in Excel and save it as .xlsx.',
    json: 'This is JSON, but not GeoJSON with features. Export as GeoJSON or CSV.',
    topojson: 'This is TopoJSON. Export the layer as GeoJSON or GeoPackage.',
    esriJson: 'This is Esri’s JSON. Export the layer as GeoJSON: in an ArcGIS service it is f=geojson.',
    xml: 'This is XML of a kind that Lägesbild does not read. Of XML it reads KML and GPX.',
    gml: 'This is GML. Open it in QGIS and export the layer as GeoPackage.',
    zip: 'This is an archive (zip) that cannot be read.',
    sevenZip: 'This is a 7-Zip archive. Unpack it and choose the file, or pack it as zip.',
    rar: 'This is a RAR archive. Unpack it and choose the file, or pack it as zip.',
    tar: 'This is a tar archive. Unpack it and choose the file, or pack it as zip.',
    fileGeodatabase:
      'This is an Esri geodatabase (.gdb). Export the layer as GeoPackage or a zipped Shapefile.',
    mapInfo: 'This is a MapInfo table (.tab). Open it in QGIS and export the layer as GeoPackage.',
    drawing: 'This is a CAD drawing (.dwg). Export the layer as GeoPackage or Shapefile.',
    sqlite: 'This is an SQLite database that is no GeoPackage. Export the layer as GeoPackage.',
    loneShapefile:
      'This is a lone part of a Shapefile. Put .shp, .shx, .dbf and .prj into a zip file and choose that.',
    flatGeobuf: 'This is FlatGeobuf. Export the layer as GeoPackage or GeoJSON.',
    openDocument: 'This is an OpenDocument spreadsheet (.ods). Save it as .xlsx or CSV.',
    word: 'This is a document or a presentation. Save the table as .xlsx or CSV.',
    binary: 'The content is something other than text, in no format that Lägesbild knows.',
  },
  readable:
    'Lägesbild reads CSV, Excel (.xlsx), Parquet, GeoJSON, GeoPackage, zipped Shapefile, KML and GPX, also packed in zip or gzip.',
  unknownOwn: 'The file was written by Lägesbild, but is of a kind that this version does not know.',
}
