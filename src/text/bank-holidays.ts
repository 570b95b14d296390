/**
 * Bank holidays of England and Wales, as dates (YYYY-MM-DD), from the Christmas at which limits are compared to the end
 * of 2028. Source: the calendar that the government publishes at www.gov.uk/bank-holidays; 2027 and 2028 follow its rules
 * and are to be checked when they are printed.
 */
export const bankHolidays: ReadonlySet<string> = new Set([
  ...['2026-12-25', '2026-12-28'],
  ...['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  ...['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
])
