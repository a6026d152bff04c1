using NodaTime;

namespace CompModel;

/// <summary>Of which day the exchange rate is by which a credit is converted: one of the nested cases.</summary>
public abstract record RateDate
{
    private RateDate()
    {
    }

    /// <summary>The day of the deal.</summary>
    public static RateDate DealDate { get; } = new OfDeal();

    /// <summary>The last day of the deal's calendar month.</summary>
    public static RateDate MonthEnd { get; } = new OfMonthEnd();

    /// <summary>One day for all: the rate the plan was made at.</summary>
    public static RateDate On(LocalDate date) => new Fixed(date);

    /// <summary>The first day of a plan year, for the whole of it: the plan rate.</summary>
    public static RateDate StartOf(PlanYear year) => new Fixed(year.Start);

    /// <summary>The day for a deal.</summary>
    public LocalDate For(LocalDate dealt) => this switch
    {
        OfDeal => dealt,
        OfMonthEnd => dealt.With(DateAdjusters.EndOfMonth),
        Fixed day => day.Date,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The day of the deal.</summary>
    public sealed record OfDeal : RateDate;

    /// <summary>The last day of the deal's calendar month.</summary>
    public sealed record OfMonthEnd : RateDate;

    /// <summary>One day for all.</summary>
    /// <param name="Date">The day.</param>
    public sealed record Fixed(LocalDate Date) : RateDate;
}
