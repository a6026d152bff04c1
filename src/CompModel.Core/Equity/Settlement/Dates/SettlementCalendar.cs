using NodaTime;

namespace CompModel;

/// <summary>
/// When shares that vest are settled: a number of business days after the vest date, put off by blackouts to the first business day outside them, but never beyond the short-term
/// deferral date. Vest dates do not move; settlement dates do. Immutable; the verbs answer changed copies.
/// <para>
/// The deadline is the 15th day of the third month after the end of the year in which the shares vest, the employee's calendar year or the company's fiscal year, whichever ends later:
/// 15 March where both are the calendar year. Paid by then, shares are no deferred compensation under IRC 409A (26 CFR 1.409A-1(b)(4)). A blackout that would push settlement beyond it does not:
/// it settles on the last business day up to the deadline, because delivery is no trade; only the sale still waits.
/// </para>
/// </summary>
public sealed class SettlementCalendar
{
    private readonly int businessDaysAfter;
    private readonly BusinessCalendar business;
    private readonly DateRange[] closed;
    private readonly BlackoutReach reach;
    private readonly int fiscalYearStart;

    private SettlementCalendar(int businessDaysAfter, BusinessCalendar business, DateRange[] closed, BlackoutReach reach, int fiscalYearStart) =>
        (this.businessDaysAfter, this.business, this.closed, this.reach, this.fiscalYearStart) = (businessDaysAfter, business, closed, reach, fiscalYearStart);

    /// <summary>On the vest date, or on the next business day where that is a day off.</summary>
    public static SettlementCalendar OnVestDate { get; } = new(0, BusinessCalendar.MondayToFriday, [], BlackoutReach.Settlement, 1);

    /// <summary>The nth business day after the vest date, which itself never counts. Throws below 1, and above 30.</summary>
    public static SettlementCalendar BusinessDaysAfter(int count) => count is >= 1 and <= 30
        ? new(count, BusinessCalendar.MondayToFriday, [], BlackoutReach.Settlement, 1)
        : throw new ArgumentOutOfRangeException(nameof(count), count, "Shares settle from 1 to 30 business days after they vest.");

    /// <summary>A copy with its business days from a calendar: those of the exchange on which the shares are traded.</summary>
    public SettlementCalendar On(BusinessCalendar days)
    {
        ArgumentNullException.ThrowIfNull(days);
        return new(businessDaysAfter, days, closed, reach, fiscalYearStart);
    }

    /// <summary>A copy with these blackouts in place of others; they may overlap. What they put off is named. Throws for an undefined reach.</summary>
    public SettlementCalendar ClosedDuring(BlackoutReach puttingOff, params IEnumerable<DateRange> windows) => Enum.IsDefined(puttingOff)
        ? new(businessDaysAfter, business, [.. windows], puttingOff, fiscalYearStart)
        : throw new ArgumentOutOfRangeException(nameof(puttingOff), puttingOff, "A blackout puts off the settlement, or the sale alone.");

    /// <summary>A copy for a company whose fiscal year, which is its taxable year, starts on the first of a month; January unless said. Throws outside 1 to 12.</summary>
    public SettlementCalendar FiscalYearFrom(int month) => month is >= 1 and <= 12
        ? new(businessDaysAfter, business, closed, reach, month)
        : throw new ArgumentOutOfRangeException(nameof(month), month, "A fiscal year starts in a month from 1 to 12.");

    /// <summary>The last day on which shares that vest on a date may be settled as a short-term deferral.</summary>
    public LocalDate Deadline(LocalDate vests)
    {
        LocalDate calendarYearEnds = new(vests.Year + 1, 1, 1);
        LocalDate fiscalYearEnds = new(vests.Month < fiscalYearStart ? vests.Year : vests.Year + 1, fiscalYearStart, 1);
        return LocalDate.Max(calendarYearEnds, fiscalYearEnds).PlusMonths(2).PlusDays(14);
    }

    /// <summary>The days on which shares that vest on a date are settled and sold.</summary>
    public SettlementDay For(LocalDate vests)
    {
        LocalDate ordinary = businessDaysAfter == 0 ? business.OnOrAfter(vests) : business.After(vests, businessDaysAfter);
        LocalDate due = reach == BlackoutReach.Settlement ? FirstOpen(ordinary) : ordinary;
        LocalDate deadline = Deadline(vests), settles = due <= deadline ? due : business.OnOrBefore(deadline);
        if (settles < vests)
            throw new InvalidOperationException($"Between the vest date {vests:uuuu-MM-dd} and the deadline {deadline:uuuu-MM-dd} there is no business day.");
        return new(vests, settles, FirstOpen(settles), deadline, due);
    }

    private LocalDate FirstOpen(LocalDate date)
    {
        while (true)
        {
            date = business.OnOrAfter(date);
            LocalDate opens = closed.Where(window => window.Contains(date)).Select(window => window.End).Append(date).Max();
            if (opens == date)
                return date;
            date = opens;
        }
    }
}
