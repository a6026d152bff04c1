namespace CompModel;

/// <summary>A curve read out as lines: each tier that was reached, with the credits inside it and their rate.</summary>
internal static class CurveReading
{
    extension(PayoutCurve curve)
    {
        /// <summary>Lines whose amounts sum to target × payout at the attainment, exactly.</summary>
        internal IEnumerable<StatementLine> Lines(Attainment attainment, Amount target, DealMoves moves)
        {
            Rational quota = attainment.Quota.Value;
            Rational reached = attainment.Ratio;
            if (attainment.Quota.Value.Sign == 0 || reached.Sign < 0)
                yield break;
            Rational baseRate = target.Value / quota;
            Rational paid = Rational.Zero;
            int last = curve.TierAt(reached);
            for (int tier = 0; tier <= last; tier++)
            {
                CurveSegment segment = curve.Segments[tier];
                Rational to = tier == last ? reached : curve.Segments[tier + 1].From;
                Rational from = segment.From;
                string label = segment.Label;
                // A tier whose line runs through the origin and that nothing was paid below pays from the first dollar: one line, no step.
                if (paid.Sign == 0 && segment.Intercept.Sign == 0 && segment.Slope.Sign > 0 && from.Sign > 0)
                {
                    from = Rational.Zero;
                    label += ", from the first dollar";
                }
                Rational step = segment.At(from) - paid;
                if (step.Sign != 0)
                {
                    yield return new(LineKind.Step, from.Sign == 0 ? "target, whatever is attained" : $"step on reaching {PayoutCurve.Percent(from)}", target, step, target * step)
                    {
                        Deals = CreditSpan.Of(moves, from * quota, from * quota),
                    };
                }
                Amount inside = attainment.Quota * (to - from);
                Rational rate = segment.Slope * baseRate;
                bool empty = inside.Value.Sign == 0;
                // What is paid at zero attainment and stays flat has said all by its step.
                bool said = from.Sign == 0 && step.Sign != 0 && segment.Slope.Sign == 0;
                if (!said && (tier == last ? !empty || tier == 0 : !empty && segment.Slope.Sign != 0))
                {
                    yield return new(LineKind.Tier, label, inside, rate, new Amount(inside.Value * rate, target.Currency))
                    {
                        Deals = CreditSpan.Of(moves, from.Sign == 0 ? null : from * quota, tier == last ? null : to * quota),
                    };
                }
                paid = segment.At(to);
            }
        }
    }
}
