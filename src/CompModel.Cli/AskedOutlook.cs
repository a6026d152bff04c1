using CompModel.Files;
using NodaTime;

namespace CompModel.Cli;

/// <summary>The case to simulate, from actuals through a day or without any, and the earlier case to compare it with, if one is asked for.</summary>
internal sealed record AskedOutlook(CaseSources Sources, LocalDate? Through, RestOfYear Rest, CaseSources? Since, LocalDate? SinceThrough)
{
    private const string Deals = "deals.csv";

    /// <summary>Whether the deals are a file that was named, and so is there.</summary>
    internal bool IsNamed { get; init; }

    /// <summary>A landing to tell of line by line, 1 being 100 % of plan; null for none.</summary>
    internal Rational? Landing { get; init; }

    /// <summary>The case, with all that its simulation needs.</summary>
    internal Case Read()
    {
        Case read = CaseFolder.Read(Sources);
        read.Require(Through is null || IsNamed ? ["assumptions.yaml"] : ["assumptions.yaml", Deals]);
        Check("--through", Through, read.Year);
        if (Landing is not null && read.CompanyPlan is null)
            throw Typed.Refused("--landing", FormattableString.Invariant($"{Landing.Value * 100}%"), "a company_plan in assumptions.yaml, which a landing is measured against");
        return read;
    }

    /// <summary>The earlier case, with all that its simulation needs. Refused where it is of another year or currency than today's.</summary>
    internal Case ReadEarlier(Case today)
    {
        Case read;
        try
        {
            read = CaseFolder.Read(Since!);
            read.Require(SinceThrough is null ? ["assumptions.yaml"] : ["assumptions.yaml", Deals]);
        }
        catch (InvalidInputException refused)
        {
            throw Typed.Refused("--since", Since!.Folder, $"the folder of a case that can be read:\n{string.Join('\n', refused.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error))}");
        }
        if (!read.Year.Equals(today.Year) || read.Currency != today.Currency)
            throw Typed.Refused("--since", Since!.Folder, $"a case of the same plan year and currency, {today.Year} in {today.Currency}; this one is of {read.Year} in {read.Currency}");
        Check("--since-through", SinceThrough, read.Year);
        return read;
    }

    private static void Check(string option, LocalDate? day, PlanYear year)
    {
        if (day is { } last && (last < year.Start.PlusDays(-1) || last >= year.End))
            throw Typed.Refused(option, FormattableString.Invariant($"{last:uuuu-MM-dd}"), FormattableString.Invariant($"a day of the plan year, {year.Days}, or {year.Start.PlusDays(-1):uuuu-MM-dd}, the day before it"));
    }
}
