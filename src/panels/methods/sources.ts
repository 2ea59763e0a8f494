import type { MethodId } from './methodIds.ts'

const BRA_2010 = 'Brå, Rikspolisstyrelsen, SKL (2010). Samverkan i lokalt brottsförebyggande arbete.'
const CHAINEY_2008 =
  'Chainey, Tompson & Uhlig (2008). The utility of hotspot mapping for predicting spatial patterns of crime. Security Journal 21, 4–28.'
const CLOPPER_1934 =
  'Clopper & Pearson (1934). The use of confidence or fiducial limits illustrated in the case of the binomial. Biometrika 26, 404–413.'
const PRZYBOROWSKI_1940 =
  'Przyborowski & Wilenski (1940). Homogeneity of results in testing samples from Poisson series. Biometrika 31, 313–323.'
const WHEELER_2016 =
  'Wheeler (2016). Tables and graphs for monitoring temporal crime trends. International Journal of Police Science & Management 18, 159–172.'
const BENJAMINI_1995 =
  'Benjamini & Hochberg (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289–300.'
const ORD_1995 =
  'Ord & Getis (1995). Local spatial autocorrelation statistics: distributional issues and an application. Geographical Analysis 27, 286–306.'

/** Where each method comes from: the primary literature, the same in every language. */
export const SOURCES: Readonly<Record<MethodId, readonly string[]>> = {
  counts: [CLOPPER_1934, PRZYBOROWSKI_1940],
  samePeriod: [BRA_2010],
  months: [
    'Cleveland & Devlin (1980). Calendar effects in monthly time series. Journal of the American Statistical Association 75, 487–496.',
  ],
  timeOfWeek: [
    'Ratcliffe (2000). Aoristic analysis: the spatial interpretation of unspecific temporal events. International Journal of Geographical Information Science 14, 669–679.',
    'Ratcliffe (2002). Aoristic signatures and the spatio-temporal analysis of high volume crime patterns. Journal of Quantitative Criminology 18, 23–43.',
  ],
  kernelDensity: [
    'Silverman (1986). Density Estimation for Statistics and Data Analysis. Chapman & Hall.',
    'Chan, U, Choi & Xu (2022). SLAM: efficient sweep line algorithms for kernel density visualization. SIGMOD.',
  ],
  bandwidth: [
    'Scott (1992). Multivariate Density Estimation. Wiley.',
    'Duin (1976). On the choice of smoothing parameters for Parzen estimators of probability density functions. IEEE Transactions on Computers 25, 1175–1179.',
  ],
  hotspots: [
    'Eck, Chainey, Cameron, Leitner & Wilson (2005). Mapping Crime: Understanding Hot Spots. National Institute of Justice.',
    CHAINEY_2008,
  ],
  getisOrdGiStar: [
    'Getis & Ord (1992). The analysis of spatial association by use of distance statistics. Geographical Analysis 24, 189–206.',
    ORD_1995,
  ],
  adjustPValues: [
    BENJAMINI_1995,
    'Benjamini & Yekutieli (2001). The control of the false discovery rate in multiple testing under dependency. Annals of Statistics 29, 1165–1188.',
  ],
  densityChange: [
    'Silverman (1986). Density Estimation for Statistics and Data Analysis. Chapman & Hall.',
    'Bowman & Azzalini (1997). Applied Smoothing Techniques for Data Analysis. Oxford University Press.',
  ],
  relativeRisk: [
    'Bithell (1990). An application of density estimation to geographical epidemiology. Statistics in Medicine 9, 691–701.',
    'Kelsall & Diggle (1995). Non-parametric estimation of spatial variation in relative risk. Statistics in Medicine 14, 2335–2342.',
  ],
  localMoran: [
    'Anselin (1995). Local indicators of spatial association – LISA. Geographical Analysis 27, 93–115.',
  ],
  nearestNeighbourIndex: [
    'Clark & Evans (1954). Distance to nearest neighbor as a measure of spatial relationships in populations. Ecology 35, 445–453.',
  ],
  nearRepeat: [
    'Knox (1964). The detection of space-time interactions. Applied Statistics 13, 25–30.',
    'Johnson et al. (2007). Space–time patterns of risk: a cross national assessment of residential burglary victimization. Journal of Quantitative Criminology 23, 201–219.',
  ],
  concentration: [
    'Bernasco & Steenbeek (2017). More places than crimes: implications for evaluating the law of crime concentration at place. Journal of Quantitative Criminology 33, 451–467.',
    'Weisburd (2015). The law of crime concentration and the criminology of place. Criminology 53, 133–157.',
  ],
  repeatPlaces: [
    'Farrell & Pease (1993). Once bitten, twice bitten: repeat victimisation and its implications for crime prevention. Home Office, Crime Prevention Unit Paper 46.',
  ],
  backTest: [
    CHAINEY_2008,
    'Hunt (2016). Do crime hot spots move? Exploring the effects of the modifiable areal unit problem and modifiable temporal unit problem on crime hot spot stability. American University.',
  ],
  emergingHotspots: [
    'Esri. How Emerging Hot Spot Analysis works. ArcGIS Pro.',
    'Mann (1945). Nonparametric tests against trend. Econometrica 13, 245–259.',
    'Kendall (1975). Rank Correlation Methods. Griffin.',
  ],
  spatialPointPatternTest: [
    'Andresen (2009). Testing for similarity in area-based spatial patterns: a nonparametric Monte Carlo approach. Applied Geography 29, 333–345.',
    'Wheeler, Steenbeek & Andresen (2018). Testing for similarity in area-based spatial patterns: alternative methods to Andresen’s spatial point pattern test. Transactions in GIS 22, 760–774.',
  ],
  cusum: [
    'Page (1954). Continuous inspection schemes. Biometrika 41, 100–115.',
    'Lucas (1985). Counted data CUSUM’s. Technometrics 27, 129–144.',
  ],
  rates: ['Garwood (1936). Fiducial limits for the Poisson distribution. Biometrika 28, 437–442.'],
  empiricalBayesRates: [
    'Marshall (1991). Mapping disease and mortality rates using empirical Bayes estimators. Applied Statistics 40, 283–294.',
  ],
  funnelLimits: [
    'Spiegelhalter (2005). Funnel plots for comparing institutional performance. Statistics in Medicine 24, 1185–1202.',
  ],
  trendAgainstPeers: [
    'McCullagh & Nelder (1989). Generalized Linear Models. 2nd ed. Chapman & Hall.',
    BENJAMINI_1995,
  ],
  percentChange: [WHEELER_2016, CLOPPER_1934],
  rateRatio: [CLOPPER_1934, PRZYBOROWSKI_1940],
  poissonZ: [WHEELER_2016],
  eTest: [
    'Krishnamoorthy & Thomson (2004). A more powerful test for comparing two Poisson means. Journal of Statistical Planning and Inference 119, 23–35.',
  ],
  weightedDisplacementDifference: [
    'Wheeler & Ratcliffe (2018). A simple weighted displacement difference test to evaluate place based crime interventions. Crime Science 7:11.',
  ],
  weightedDisplacementQuotient: [
    'Bowers & Johnson (2003). Measuring the geographical displacement and diffusion of benefit effects of crime prevention activity. Journal of Quantitative Criminology 19, 275–301.',
  ],
  relativeEffectSize: [
    'Welsh & Farrington (2009). Public area CCTV and crime prevention: an updated systematic review and meta-analysis. Justice Quarterly 26, 716–745.',
    'Farrington, Gill, Waples & Argomaniz (2007). The effects of closed-circuit television on crime: meta-analysis of an English national quasi-experimental multi-site evaluation. Journal of Experimental Criminology 3, 21–38.',
  ],
  differenceInDifferences: [
    'McCullagh & Nelder (1989). Generalized Linear Models. Chapman & Hall.',
    'Wing, Simon & Bello-Gomez (2018). Designing difference in difference studies: best practices for public health policy research. Annual Review of Public Health 39, 453–469.',
  ],
  changeByChance: [
    'Kelsall & Diggle (1995). Non-parametric estimation of spatial variation in relative risk. Statistics in Medicine 14, 2335–2342.',
    'Benjamini & Hochberg (1995). Controlling the false discovery rate. Journal of the Royal Statistical Society B 57, 289–300.',
    'Davison & Hinkley (1997). Bootstrap Methods and their Application. Cambridge University Press.',
  ],
}
