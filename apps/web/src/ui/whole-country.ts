/** The code above all provinces, which no register of places holds. */
export const WHOLE_COUNTRY = '00'
export const wholeCountry = { zh: '全国', en: 'Whole country' }
