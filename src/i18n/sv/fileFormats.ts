export const fileFormats = {
  names: {
    csv: 'Text med skiljetecken (CSV)',
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
  /** Where the name stands before what the file was packed in. */
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
  /** As in "CSV i gzip". */
  inside: (format: string, container: string) => `${format} i ${container}`,
  layer: 'Lager',
  /** Content that is recognised and not read: what it is, and what to do. */
  unsupported: {
    pdf: 'Det är en PDF, och den går inte att läsa som tabell. Hämta uppgifterna som CSV eller Excel ur samma system.',
    oldExcel:
      'Det är en gammal Excelfil (.xls) eller en arbetsbok med lösenord. Spara den som .xlsx utan lösenord, eller som CSV, och försök igen.',
    image: 'Det är en bild, inte en tabell eller ett kartlager.',
    html: 'Det är en webbsida. Vissa system kallar den för .xls: öppna den i Excel och spara den som .xlsx.',
    json: 'Det är JSON, men inte GeoJSON med features. Exportera som GeoJSON eller CSV.',
    topojson: 'Det är TopoJSON. Exportera lagret som GeoJSON eller GeoPackage.',
    esriJson: 'Det är Esris JSON. Exportera lagret som GeoJSON: i en ArcGIS-tjänst heter det f=geojson.',
    xml: 'Det är XML av ett slag som Lägesbild inte läser. Av XML läses KML och GPX.',
    gml: 'Det är GML. Öppna det i QGIS och exportera lagret som GeoPackage.',
    zip: 'Det är ett arkiv (zip) som inte går att läsa.',
    sevenZip: 'Det är ett 7-Zip-arkiv. Packa upp det och välj filen, eller packa om som zip.',
    rar: 'Det är ett RAR-arkiv. Packa upp det och välj filen, eller packa om som zip.',
    tar: 'Det är ett tar-arkiv. Packa upp det och välj filen, eller packa om som zip.',
    fileGeodatabase:
      'Det är en Esri-geodatabas (.gdb). Exportera lagret som GeoPackage eller zippad Shapefile.',
    mapInfo: 'Det är en MapInfo-tabell (.tab). Öppna den i QGIS och exportera lagret som GeoPackage.',
    drawing: 'Det är en CAD-ritning (.dwg). Exportera lagret som GeoPackage eller Shapefile.',
    sqlite: 'Det är en SQLite-databas som inte är ett GeoPackage. Exportera lagret som GeoPackage.',
    loneShapefile:
      'Det är en ensam del av en Shapefile. Lägg .shp, .shx, .dbf och .prj i en zip-fil och välj den.',
    flatGeobuf: 'Det är FlatGeobuf. Exportera lagret som GeoPackage eller GeoJSON.',
    openDocument: 'Det är ett OpenDocument-kalkylark (.ods). Spara det som .xlsx eller CSV.',
    word: 'Det är ett dokument eller en presentation. Spara tabellen som .xlsx eller CSV.',
    binary: 'Innehållet är något annat än text och inget format som Lägesbild känner.',
  },
  /** What can be read, after a sentence about what was not. */
  readable:
    'Lägesbild läser CSV, Excel (.xlsx), Parquet, GeoJSON, GeoPackage, zippad Shapefile, KML och GPX, också packade i zip eller gzip.',
  unknownOwn: 'Filen är skriven av Lägesbild, men av ett slag som den här versionen inte känner.',
}
