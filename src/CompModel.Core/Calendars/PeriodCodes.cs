using System.Globalization;

namespace CompModel;

/// <summary>
/// How files and commands write a period of a plan year: its name, with a part behind a hyphen: 2026, 2026-H1, 2026-Q3, FY2027-Q3. A month of the calendar is
/// written as everywhere, 2026-03, whatever the year it belongs to; the months of a year of weeks, or of one that starts within a month, are FY2026-M03.
/// One spelling each, so that equal codes are equal periods.
/// </summary>
public static class PeriodCodes
{
    extension(MeasurementPeriod period)
    {
        /// <summary>"2026-Q3".</summary>
        public string Code => period.Frequency switch
        {
            Frequency.Annual => period.Year.Name,
            Frequency.SemiAnnual => $"{period.Year.Name}-H{period.Number}",
            Frequency.Quarterly => $"{period.Year.Name}-Q{period.Number}",
            _ => period.Year.Pattern is null && period.Year.Start.Day == 1
                ? string.Create(CultureInfo.InvariantCulture, $"{period.Start:uuuu-MM}")
                : string.Create(CultureInfo.InvariantCulture, $"{period.Year.Name}-M{period.Number:00}"),
        };
    }

    extension(PlanYear year)
    {
        /// <summary>"2026, 2026-H1, 2026-Q1 or 2026-01": one code of each length of period, for messages.</summary>
        public string Codes => string.Create(
            CultureInfo.InvariantCulture, $"{year.Whole.Code}, {year.Half(1).Code}, {year.Quarter(1).Code} or {year.Month(1).Code}");

        /// <summary>The period of a code. False, and a period of no use, for a text that is none or names a period of another year.</summary>
        public bool TryPeriod(string code, out MeasurementPeriod period)
        {
            foreach (MeasurementPeriod each in Enum.GetValues<Frequency>().SelectMany(year.Periods))
            {
                if (each.Code == code)
                {
                    period = each;
                    return true;
                }
            }
            period = default;
            return false;
        }
    }
}
