/**
 * Common first and last names in Sweden, from general knowledge, without accents' variants: enough to recognise a column of names, where
 * most rows have a common one; far from enough to recognise every single name. Words that are rather something else
 * ("My", "Vega", "Lo") are left out.
 */
const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

export const FIRST_NAMES = words(`
  adam adnan agneta ahmad ahmed aino aisha albert albin alexander alexandra alfred ali alice alicia alma alva alvin amanda amelia amina
  amir amira anders andré andrea andreas anette angelica anita ann anna anna-karin anna-lena annelie annette annica annika ann-christin
  ann-marie anton arne aron arvid astrid august axel barbro bengt benjamin berit bernt bertil bertil birger birgit birgitta bjarne björn
  bo boris britt britt-marie britta camilla carin carina carl carl-johan carola caroline catarina cecilia charlie charlotta charlotte
  christer christian christina christoffer claes clara conny dag daniel daniela david dennis diana disa doris ebba edit edith edvin edward
  egon einar elena eleonor elias elin elina elis elisabet elisabeth elise ella ellen ellinor elliot elsa elsie elvira emanuel emelie emil
  emilia emma emmy erica erik erika erland ernst ester eva eva-lena evelina fabian fadi fanny farah fatima fatma felicia felix filip filippa
  folke frank frans fredrik frida fritz gabriel gabriella georg george gerd gertrud gisela goran gösta göran greta gudrun gull-britt
  gun gunborg gunhild gunilla gunnar gunnel gunvor gustaf gustav göte håkan hampus hanna hannah hannes hans harald harry hassan hedda
  hedvig helen helena helene helge helmer henning henrik herman hilda hilma hjalmar hugo hussein ibrahim ida igor ines inga inga-lill
  ingalill ingeborg ingegerd ingemar inger ingrid ingvar irene iris irma isabell isabella isabelle isak ismail ivan ivar jack jacob jakob
  jamal jan jan-erik jan-olof jana janne jasmin jasmine jean jennie jennifer jenny jens jerker jerry jessica jesper jimmy joakim joel johan
  johanna johannes john johnny jon jonas jonathan jonna josef josefin josefine joseph josephine juan judith julia julian juni juno jörgen
  kaj kajsa karim karin karl karl-erik karl-gustav karl-johan karolina katarina katja kent kenneth kenny kerstin kevin khadija khaled
  kim klara klas knut kristian kristin kristina kristoffer krister kurt lars lars-erik lars-göran lars-olof lasse laura leif leila lena
  lennart leo leon leonard leonora lia liam liban lilian lilly lina linda linn linnea linnéa linus lisa lisbeth lisen liselott liselotte
  liv livia louise lova lovisa love lucas lucia ludvig ludwig lukas lykke madeleine magda magdalena magnus mahmoud maj maja majken malik
  malin malte manfred manuel marcus margareta margaretha margit mari maria mariam mariana marianne marie marika marina mario marita mark
  markus marlene martin martina mary maryam mathias mathilda mats matteo matthias mattias maud max maximilian maya melissa melker melvin mia
  michael michaela michelle mikael mila milan milo milton mimmi minna miranda miriam moa moahmed mohamad mohamed mohammad mohammed mohamud
  mona monica monika morgan moritz muhammad mustafa måns märta märit märtha nadia nadja natalia natalie nathalie nellie nelly niclas nicklas nicole
  niklas nikola nikolaj nils nina noah noel nora nova ola olaf oliver olivia olle olof olov omar oscar oskar osman ossian otto patricia
  patrik paul paula paulina pauline per per-erik per-olof pernilla peter petra petter philip pia pierre pontus rachel ragnar ragnhild rania
  ralf ralph ramin rasmus rebecca rebecka reza rickard richard rikard robert robin roger roland rolf ronja ronny rose-marie rosita roy
  rune rut ruth saga saleh salma sam samir samira samuel sandra sanna sara sarah sebastian selma senad seved sigge signe sigrid sigurd sigvard
  simon simone siri siv sixten sofia sofie soheila solveig sonja sonny sophia sophie staffan stefan stefania stella sten stig stina sture
  sune susan susann susanna susanne svante sven sven-erik svetlana sylvia sören tage tamara tanja tara teodor terese teresia theo theodor
  therese thomas thore tilda tilde tim tina tindra tobias tom tomas tommy tor torbjörn tord tore torgny torsten tove tuva tyra ulf ulla ulla-britt
  ulrica ulrik ulrika urban uno valdemar valentina valter vanessa vanja vendela vera verner veronica veronika victor victoria vidar viggo
  viktor viktoria vilgot vilhelm vilma vincent viola viveca viveka vivianne wilhelm william wilma xerxes yasin yasmin yasmine ylva yngve
  yousef youssef yusuf yvonne zahra zainab zara zeinab zlatan zoran åke åsa örjan östen
`)

export const LAST_NAMES = words(`
  abbas abdalla abdi abdulla abdullah abdullahi abrahamsson adamsson adolfsson ahlberg ahlgren ahlin ahlström ahlstrand ahmad ahmadi ahmed ahmeti
  alfredsson ali alm almqvist andersen andersson andréasson antonsson appelgren arvidsson aronsson asp axelsson backlund backman beck bengtsson
  berg bergdahl berggren berglund bergman bergqvist bergstrand bergström bergvall berntsson bertilsson björk björklund björkman björn blom
  blomberg blomgren blomqvist blomkvist blomster boman borg boström brandt brodin broman bäck bäckman bäckström bäcklund carlberg
  carlson carlsson claesson classon dahl dahlberg dahlgren dahlin dahlqvist dahlström danielsson davidsson edlund edström edvardsson ehn ek ekberg ekblad
  ekdahl ekholm eklund eklöf ekman ekström eliasson elofsson emanuelsson engberg englund engström enström erics ericson ericsson eriksson erlandsson
  ernst fagerström falk farah flodin fors forsberg forsgren forslund forsman forsström fransson franzén fredriksson friberg frisk fritz
  frost fält garcia gabrielsson georgsson gonzalez granath granberg grahn granlund granqvist granström grönlund grönberg grönqvist gunnarsson gustafson
  gustafsson gustavsson göransson hagberg haglund hagman hagström hall hallberg hallgren hallin hallström hammar hammarberg hammarström
  hansen hansson haraldsson hassan hassani hedberg hedin hedlund hedman hedström hedqvist hellberg hellgren hellman hellström hellqvist henriksson hermansson hjelm hjort
  hofman holgersson holm holmberg holmgren holmlund holmqvist holmstedt holmström hosseini huang hussain hussein håkansson högberg höglund
  högström hübner ibrahim isaksson israelsson ivarsson jacobsson jakobsson jakobson jansson janson jensen johannesson johannsson johansen johansson johnson johnsson
  jonasson jonson jonsson josefsson jönsson jörgensen karim karlsson karlström khalil khan klasson klingberg knutsson kovacs kristensson kristiansson kristoffersson
  krantz kullberg källström larsen larsson larson leijon lidberg lidén lilja liljeberg lind lindahl lindberg lindblad lindblom lindborg lindell linder lindén lindfors
  lindgren lindh lindholm lindkvist lindman lindmark lindqvist lindroth lindskog lindstedt lindström ljung ljungberg ljunggren ljungqvist lund
  lundberg lundborg lundell lundén lundgren lundh lundholm lundin lundkvist lundmark lundqvist lundström löf löfgren löfqvist lönn löv lövgren
  magnusson malm malmberg malmgren malmqvist malmström markström martinsson mattsson matsson melin melander mohamed mohammad mohammadi mohammed moberg molin
  mohamud monsson mårtensson månsson möller mörk naess nguyen nielsen niklasson nilsen nilsson nilson norberg nordberg nordenberg nordgren nordin nordlund
  nordqvist nordström norén norgren norling norman norrman novak nyberg nygren nyholm nyland nylander nylund nyman nyqvist nyström näslund näsström öberg
  oden olander olausson oliveira olofsson olovsson olsen olson olsson omar oskarsson osman ottosson palm palmgren palmqvist paulsson persson petersen peterson petersson
  petrovic pettersson pihl pålsson rahimi ramberg ramström rehn renberg ringström roos roslund rosén rosenberg rosengren ros rosenqvist
  rundqvist rydberg rydén rylander runesson saleh salomonsson samuelsson sandahl sandberg sandell sandgren sandin sandqvist sandström selin sellberg simonsson
  singh sjöberg sjöblom sjödin sjögren sjöholm sjölander sjölin sjölund sjöqvist sjöstedt sjöstrand sjöström skog skoglund skoog smith sonesson
  stark stefansson stenberg stenman stenström stolt strand strandberg strandh strid strindberg ström strömberg strömqvist ståhl stål sundberg sundell sundgren sundin
  sundkvist sundqvist sundström svahn svanberg svanström svantesson svedberg svedin svensson svärd söder söderberg söderlund söderman söderqvist söderström
  sörensen tapper thelin thorén thorsson tillman torstensson tran tuvesson törnblom törnqvist ulfsson utterström vallin vesterberg victorsson viklund viktorsson wahlberg wahlgren wahlström
  wallander wallberg wallén wallgren wallin wang warsame wennberg wennström westberg wester westerberg westerlund westin westling westman wiberg
  wickman wiklund wikström wilhelmsson winberg wolff yildiz yilmaz ytterberg zetterberg zetterlund zetterström zhang ågren åberg åhlén åhman
  åkerberg åkerlund åkerman åkesson åström åstrand ödman östberg öster österberg östergren österlund östlund öhman öhrn örn
`)
