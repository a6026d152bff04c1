using System.Globalization;
using System.Text;

namespace CompModel;

public sealed partial class Assumptions
{
    /// <summary>All that is assumed, every digit of it, in any culture: what a run's fingerprint is taken of. Groups stand in an order of their own.</summary>
    internal string Canonical
    {
        get
        {
            var text = new StringBuilder();
            foreach (MeasureModel model in Models)
                text.AppendLine(CultureInfo.InvariantCulture, $"{model.Measure}: {model.Model.Canonical}");
            text.AppendLine(CultureInfo.InvariantCulture, $"company {Company.Canonical}, seasonality {Seasonality}");
            if (TeamCorrelation != 0)
                text.AppendLine(CultureInfo.InvariantCulture, $"team {TeamCorrelation:R}");
            if (Drawn != Frequency.Annual)
                text.AppendLine(CultureInfo.InvariantCulture, $"periods {string.Join(' ', state.Periods)} {PeriodCorrelation:R}");
            foreach (string group in Groups.Select(GroupText).Order(StringComparer.Ordinal))
                text.AppendLine(group);
            if (Deals is { } deals)
                text.AppendLine(CultureInfo.InvariantCulture, $"deals {deals.Canonical}");
            if (Headcount is { } headcount)
                text.AppendLine(CultureInfo.InvariantCulture, $"headcount {headcount.Canonical}");
            foreach (double correlation in Correlation)
                text.Append(CultureInfo.InvariantCulture, $"{correlation:R} ");
            return text.ToString();
        }
    }

    /// <summary>Which groups' models somebody has, in the order of the measures; empty for everybody's. Role and tenure are otherwise no part of a run.</summary>
    internal string CanonicalOf(ParticipantTerms terms) => Groups.Count == 0 ? "" : " by " + string.Join(
        "; ", Models.Select(model => GroupOf(model.Measure, terms.Participant, terms.Year)).OfType<GroupModel>().Select(GroupText));

    // Ids and roles are free text: their length keeps one from looking like two.
    private static string GroupText(GroupModel model) =>
        string.Create(CultureInfo.InvariantCulture, $"{model.Group.Canonical.Length} {model.Group.Canonical}: {model.Measure} {(model.Measure.IsMoney ? "money" : "units")} {model.Model.Canonical}");
}
