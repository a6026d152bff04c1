using System.Text.RegularExpressions;

namespace CompModel.Files;

/// <summary>What accelerates a grant by itself, and what a result earns, in cells of grants.csv.</summary>
internal static partial class ClauseFields
{
    private const string Expected = "how much and when: 'all on change of control', '50% on leaving within 12 months after change of control', 'pro rata on leaving for involuntary death'";
    private const string ExpectedCurve = "a multiple of the shares at each result, in rising order, such as '25% at 25, 100% at 50, 200% at 90'";

    extension(Field field)
    {
        /// <summary>One clause, or several with a semicolon between; none where the field is empty. Null, reported, where one is none.</summary>
        public IReadOnlyList<AccelerationClause>? Clauses()
        {
            var clauses = new List<AccelerationClause>();
            foreach (string text in field.IsEmpty ? [] : field.Text.Split(';', StringSplitOptions.TrimEntries))
            {
                if ((field with { Text = text }).Clause() is not { } clause)
                    return null;
                clauses.Add(clause);
            }
            return clauses;
        }

        /// <summary>The curve of a result: nothing below the first knot, the last one's multiple beyond the last. False where something was wrong and reported.</summary>
        public bool OptionalCurve(out PayoutCurve? curve)
        {
            curve = null;
            if (field.IsEmpty)
                return true;
            var knots = new List<(Rational At, Rational Multiple)>();
            foreach (string text in field.Text.Split(',', StringSplitOptions.TrimEntries))
            {
                Rational? result = null, earned = null;
                if (text.Split(" at ") is [var multiple, var at])
                    (earned, result) = ((field with { Text = multiple }).Factor(), (field with { Text = at }).Factor());
                else
                    field.Report(DiagnosticCode.Value, field.Found, ExpectedCurve, $"{Field.Quote(text)} is no multiple at a result");
                if (earned is null || result is null)
                    return false;
                if (knots.Count > 0 && knots[^1].At >= result)
                {
                    field.Report(DiagnosticCode.Value, field.Found, ExpectedCurve, $"{Field.Quote(text)} follows a result of {knots[^1].At}");
                    return false;
                }
                knots.Add((result.Value, earned.Value));
            }
            curve = PayoutCurve.Through(BeyondLastKnot.Flat, [.. knots]);
            if (knots[0].At.Sign > 0)
                curve = curve.WithThreshold(knots[0].At);
            return true;
        }

        private AccelerationClause? Clause()
        {
            Match parts = Shape().Match(field.Text);
            if (!parts.Success)
            {
                field.Report(DiagnosticCode.Value, field.Found, Expected);
                return null;
            }
            Acceleration? extent = (field with { Text = parts.Groups["extent"].Value }).Extent();
            LeavingReason?[] reasons = [.. (parts.Groups["reasons"].Success ? parts.Groups["reasons"].Value.Split(',', StringSplitOptions.TrimEntries) : []).Select(reason => (field with { Text = reason }).Said(OpenCapWords.Reasons))];
            if (extent is null || Array.Exists(reasons, reason => reason is null))
                return null;
            IEnumerable<LeavingReason> given = reasons.Select(reason => reason!.Value);
            if (!parts.Groups["leaving"].Success)
                return AccelerationClause.On(parts.Groups["condition"].Value, extent);
            if (!parts.Groups["months"].Success)
                return AccelerationClause.OnLeaving(extent, given);
            if (GrantFields.Number(parts.Groups["months"].Value, GrantFields.MostMonths) is { } months)
                return AccelerationClause.OnLeavingAfter(parts.Groups["event"].Value, (int)months, extent, given);
            field.Report(DiagnosticCode.Value, field.Found, "1 to 1,200 months after the event");
            return null;
        }
    }

    [GeneratedRegex(@"^(?<extent>.+?) on (?:(?<leaving>leaving)(?: within (?<months>\d+) months after (?<event>.+?))?(?: for (?<reasons>.+))?|(?!leaving\b)(?<condition>.+))$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Shape();
}
