using NodaTime;

namespace CompModel;

/// <summary>
/// Draws a participant's deals, tile by tile. Every word is of a stream of its own name: draw 0 is the number of deals; each deal has sixteen draws: size, day, kind, and one
/// for each other measure. So one deal more, or another mix of somebody else, changes no other draw.
/// </summary>
internal sealed partial class DealDraws
{
    private const int WordsADeal = 16, SizeWord = 0, DayWord = 1, KindWord = 2, FirstWorthWord = 3;

    private readonly DealMix mix;
    private readonly ulong seed, entity;
    private readonly double[]? ownDays, yearDays;
    private readonly int firstActive, endActive;

    // The shortest spans that anything split is drawn for: in each there is a deal to give it to.
    private readonly (int Start, int End)[] spans;

    private DealDraws(RunPlan plan, ParticipantTerms terms, DealMix mix, DealtMeasure[] measures, Func<Measure, OwnCredits> at100)
    {
        this.mix = mix;
        seed = plan.Run.Seed;
        entity = EntityHash.Of(terms.Participant.Id);
        Measures = measures;
        PlanYear year = terms.Year;
        Dates = [.. Enumerable.Range(0, year.Days.Days).Select(year.Start.PlusDays)];
        (firstActive, endActive) = terms.Active.IsEmpty ? (0, 0) : (DayOf(terms.Active.Start), DayOf(terms.Active.End));
        Seasonality seasonality = plan.Run.Assumptions.Seasonality ?? terms.Components[0].Plan.Seasonality;
        yearDays = DealDays.Of(terms, date => seasonality.Share(year, new(year.Start, date)), year.Days);
        ownDays = measures.FirstOrDefault(measure => measure.Quota > 0) is { } first
            ? DealDays.Of(terms, at100(first.Measure).By, terms.Active)
            : DealDays.Of(terms, date => seasonality.Share(year, new(year.Start, date)), terms.Active);
        IReadOnlyList<DateRange> drawn = measures.Where(measure => measure.Worth < 0).Select(measure => plan.Draws.Spans(measure.Index)).MaxBy(each => each.Count) ?? [year.Days];
        spans = [.. drawn.Select(span => (DayOf(span.Start), DayOf(span.End)))];
        SpansOf = [.. measures.Select(measure => plan.Draws.Spans(measure.Index).Select(span => (DayOf(span.Start), DayOf(span.End))).ToArray())];

        int DayOf(LocalDate date) => Period.Between(year.Start, date, PeriodUnits.Days).Days;
    }

    /// <summary>What the deals count in.</summary>
    internal IReadOnlyList<DealtMeasure> Measures { get; }

    /// <summary>The days of the year.</summary>
    internal LocalDate[] Dates { get; }

    /// <summary>How many of the assumptions' measures, from the first, must be drawn for them.</summary>
    internal int MeasuresDrawn => Measures.Max(measure => measure.Index) + 1;

    private (int Start, int End)[][] SpansOf { get; }

    /// <summary>
    /// The deals of a participant whose pay depends on them, or who has credits that deals make; null for anybody else. Takes the measures that the plan reads of own
    /// credits, with what deals make.
    /// </summary>
    internal static DealDraws? For(RunPlan plan, ParticipantTerms terms, IEnumerable<CreditRead> reads, Func<Measure, OwnCredits> at100)
    {
        Assumptions assumptions = plan.Run.Assumptions;
        if (assumptions.Deals is not { } mix)
            return null;
        Measure[] read = [.. reads.Where(one => one.Scope != CreditScope.Team && !one.Measure.IsScore).Select(one => one.Measure).Distinct()];
        bool sells = terms.Sells(mix.SizedIn);
        if (!terms.RatesDeals && !read.Any(assumptions.AreDealt) && !(sells && mix.Made.Any()))
            return null;
        bool HasQuota(Measure measure) => terms.Participant.Quotas.Any(quota => quota.Measure == measure);
        Measure[] its = [.. read.Concat(mix.Made).Append(mix.SizedIn).Distinct()
            .Where(measure => assumptions.Models.Any(model => model.Measure == measure)
                && (assumptions.AreDealt(measure) ? mix.MakesCredits || HasQuota(mix.SizedIn) : HasQuota(measure)))
            // Sizes first, for others are shares of them.
            .OrderBy(measure => measure == mix.SizedIn ? 0 : 1)];
        // Whoever is paid by single deals reads a measure of deals, with a quota or made by them: a run is refused otherwise.
        if (its.Length == 0)
            return terms.RatesDeals ? throw new System.Diagnostics.UnreachableException($"'{terms.Participant.Id}' has no deals to be paid on.") : null;
        return new(plan, terms, mix, [.. its.Select(measure =>
        {
            int index = assumptions.IndexOf(measure);
            return new DealtMeasure(
                measure, index, Array.FindIndex(mix.Others, other => other.Measure == measure), assumptions.AreDealt(measure),
                HasQuota(measure) ? plan.Draws.Weights(index, at100(measure), terms.Year.Start, terms.Year.End, Rational.One) : [], measure.IsMoney ? terms.Participant.CurrencyOf(measure) : Currency.None);
        })], at100);
    }

    /// <summary>What is known of deals, kind by kind.</summary>
    internal IEnumerable<DealAttributes> Kinds => mix.Kinds.Select(kind => kind.Attributes);

    /// <summary>What is known of a deal.</summary>
    internal DealAttributes AttributesOf(int kind) => mix.Kinds[kind].Attributes;

    /// <summary>The place of a measure among those of the deals; −1 where they do not count in it.</summary>
    internal int PlaceOf(Measure measure)
    {
        for (int place = 0; place < Measures.Count; place++)
        {
            if (Measures[place].Measure == measure)
                return place;
        }
        return -1;
    }

    /// <summary>What the deals credit in a measure before a date.</summary>
    internal DealtBy By(Measure measure, LocalDate date, Rational rate)
    {
        int place = PlaceOf(measure);
        return new(place, Math.Clamp(Period.Between(Dates[0], date, PeriodUnits.Days).Days, 0, Dates.Length), Measures[place].StepsPerUnit, rate.ToDouble());
    }

    /// <summary>What such deals credit before a date on average, in a measure without a quota that would say it, where what is sold is at 100 %.</summary>
    internal double AtTarget(Measure measure, LocalDate date)
    {
        int day = Math.Clamp(Period.Between(Dates[0], date, PeriodUnits.Days).Days, 0, Dates.Length);
        double part = day == 0 || ownDays is null ? 0 : ownDays[day - 1];
        if (Measures[PlaceOf(measure)].Worth is var worth && worth >= 0 && !mix.IsShare(worth))
            return part * mix.Count.Mean * mix.MeanWorth(worth);
        double sold = Measures[0].Measure == mix.SizedIn && Measures[0].Quota > 0 ? Measures[0].Quota : mix.MeanSold;
        return part * sold * (worth < 0 ? 1 : mix.MeanWorth(worth));
    }

    /// <summary>
    /// The deals of a tile of trials, from attainment drawn, of which what deals make is filled in. Without attainment everybody is at exactly 100 % of quota, and
    /// deals split that, whether they make credits otherwise or not.
    /// </summary>
    internal void Draw(int start, int count, double[][][]? attainment, DealTile tile)
    {
        bool splits = !mix.MakesCredits || attainment is null;
        var words = new uint[TileSum.Tile];
        int[] numbers = Numbers(start, count, words);
        tile.Reserve(numbers.Max() + spans.Length, Measures.Count, mix.Others.Length);
        double[]? days = splits ? ownDays : yearDays;
        if (days is null)
            return;
        for (int deal = 0; deal < numbers.Max(); deal++)
            Add(deal, start, count, trial => numbers[trial] > deal, tile, days, 0, 1);
        if (!splits)
            Employed(tile, count);
        if (splits || Measures.Any(measure => !measure.IsMade))
            AddMissing(start, count, tile, splits);
        tile.Sort(count);
        for (int place = 0; place < Measures.Count; place++)
            Amounts(place, splits, attainment, tile, count);
    }

    private int[] Numbers(int start, int count, uint[] words)
    {
        Words(0, start, words.AsSpan(0, count));
        var numbers = new int[count];
        for (int trial = 0; trial < count; trial++)
            numbers[trial] = mix.Count.Of(Inversion.Uniform(words[trial]));
        return numbers;
    }

    private void Words(int draw, int start, Span<uint> words) => new RandomStream(seed, StreamPurpose.Deals, draw, entity).Words(start, words);

    private void Add(int deal, int start, int count, Func<int, bool> has, DealTile tile, double[] days, double from, double to)
    {
        var words = new uint[3 + mix.Others.Length][];
        for (int word = 0; word < words.Length; word++)
        {
            words[word] = new uint[count];
            Words(1 + (WordsADeal * deal) + word, start, words[word]);
        }
        for (int trial = 0; trial < count; trial++)
        {
            if (!has(trial))
                continue;
            int at = (trial * tile.Stride) + tile.Counts[trial]++, kind = mix.KindAt(words[KindWord][trial]);
            tile.Kinds[at] = kind;
            tile.Days[at] = Inversion.PlaceOf(days, from + (Inversion.Uniform(words[DayWord][trial]) * (to - from)));
            tile.Sizes[at] = mix.Kinds[kind].Sample?.Size.ToDouble() ?? mix.Size!.Of(words[SizeWord][trial]);
            for (int other = 0; other < mix.Others.Length; other++)
                tile.Worths[other][at] = mix.WorthOf(other, kind, words[FirstWorthWord + other][trial]);
        }
    }

    // What would be signed before somebody came or after that is not theirs.
    private void Employed(DealTile tile, int count)
    {
        for (int trial = 0; trial < count; trial++)
        {
            int start = trial * tile.Stride, kept = 0;
            for (int at = start; at < start + tile.Counts[trial]; at++)
            {
                if (tile.Days[at] < firstActive || tile.Days[at] >= endActive)
                    continue;
                tile.Move(at, start + kept++);
            }
            tile.Counts[trial] = kept;
        }
    }

    // What is drawn for a span is somebody's deal, if only one: no number of deals loses what a model drew.
    private void AddMissing(int start, int count, DealTile tile, bool splits)
    {
        if (ownDays is null)
            return;
        for (int span = 0; span < spans.Length; span++)
        {
            (int first, int end) = spans[span];
            double from = first == 0 ? 0 : ownDays[first - 1], to = ownDays[end - 1];
            if (to <= from)
                continue;
            bool[] missing = [.. Enumerable.Range(0, count).Select(trial => !tile.Any(trial, first, end))];
            if (!missing.Contains(true))
                continue;
            Add(DealMix.MostDeals + span, start, count, trial => missing[trial], tile, ownDays, from, to);
            for (int trial = 0; trial < count && !splits; trial++)
            {
                // Deals that make the credits are as many as were drawn: this one carries only what else there is to split.
                if (missing[trial] && (trial * tile.Stride) + tile.Counts[trial] - 1 is var at)
                    tile.Sizes[at] = -tile.Sizes[at];
            }
        }
    }
}
