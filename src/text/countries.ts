/** Countries of the world in English: they argue and claim in a text, but have written nothing. Pure. */

const list =
  'Afghanistan|Albania|Algeria|American Samoa|Andorra|Angola|Anguilla|Antarctica|Antigua and Barbuda|' +
  'Argentina|Armenia|Aruba|Australia|Austria|Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|' +
  'Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia|Bosnia and Herzegovina|Botswana|Brazil|Brunei|Bulgaria|' +
  'Burkina Faso|Burundi|Cambodia|Cameroon|Canada|Cape Verde|Caribbean Netherlands|' +
  'Central African Republic|Ceuta and Melilla|Chad|Chile|China|Colombia|Comoros|Congo - Brazzaville|' +
  'Congo - Kinshasa|Costa Rica|Croatia|Cuba|Curaçao|Cyprus|Czechia|Côte d’Ivoire|Denmark|Diego Garcia|' +
  'Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|Equatorial Guinea|Eritrea|Estonia|' +
  'Eswatini|Ethiopia|European Union|Fiji|Finland|France|French Guiana|French Polynesia|Gabon|Gambia|' +
  'Georgia|Germany|Ghana|Gibraltar|Greece|Greenland|Grenada|Guadeloupe|Guam|Guatemala|Guernsey|Guinea|' +
  'Guinea-Bissau|Guyana|Haiti|Honduras|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Isle of Man|' +
  'Israel|Italy|Jamaica|Japan|Jersey|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|' +
  'Latvia|Lebanon|Lesotho|Liberia|Libya|Liechtenstein|Lithuania|Luxembourg|Madagascar|Malawi|Malaysia|' +
  'Maldives|Mali|Malta|Martinique|Mauritania|Mauritius|Mayotte|Mexico|Micronesia|Moldova|Monaco|' +
  'Mongolia|Montenegro|Montserrat|Morocco|Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|' +
  'New Caledonia|New Zealand|Nicaragua|Niger|Nigeria|Niue|North Korea|North Macedonia|Norway|Oman|' +
  'Pakistan|Palau|Panama|Papua New Guinea|Paraguay|Peru|Philippines|Poland|Portugal|Puerto Rico|Qatar|' +
  'Romania|Russia|Rwanda|Réunion|Samoa|San Marino|Sark|Saudi Arabia|Senegal|Serbia|Seychelles|' +
  'Sierra Leone|Singapore|Sint Maarten|Slovakia|Slovenia|Somalia|South Africa|South Korea|South Sudan|' +
  'Spain|Sri Lanka|St. Barthélemy|St. Helena|St. Kitts and Nevis|St. Lucia|St. Martin|' +
  'St. Pierre and Miquelon|St. Vincent and Grenadines|Sudan|Suriname|Svalbard and Jan Mayen|Sweden|' +
  'Switzerland|Syria|São Tomé and Príncipe|Taiwan|Tajikistan|Tanzania|Thailand|Timor-Leste|Togo|' +
  'Tokelau|Tonga|Trinidad and Tobago|Tristan da Cunha|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|' +
  'Ukraine|United Arab Emirates|United Kingdom|United Nations|United States|Uruguay|Uzbekistan|' +
  'Vanuatu|Vatican City|Venezuela|Vietnam|Wallis and Futuna|Western Sahara|Yemen|Zambia|Zimbabwe|USSR|' +
  'Soviet Union|Great Britain|England|Scotland|Wales|Yugoslavia|Czechoslovakia|Prussia|Persia|Holland|' +
  'Korea|Burma|America|Russian Federation';

export const countries: ReadonlySet<string> = new Set(list.split('|'));
