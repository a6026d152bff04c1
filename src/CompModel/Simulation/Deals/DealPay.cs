using NodaTime;

namespace CompModel;

/// <summary>
/// Pay on simulated deals: trial by trial, real statements of the deals drawn (amounts to the cent), posting by posting, each from the position that the one before left.
/// It posts on the same days and to the same lines as a <see cref="PayKernel"/> would.
/// </summary>
internal sealed class DealPay : PayReading
{
    // At exactly 100 % of quota pay still depends on which deals there are: it is the average over so many trials.
    internal const int TrialsAtTarget = 256;

    private readonly ParticipantTerms terms;
    private readonly PayKernel kernel;
    private readonly DealDraws draws;
    private readonly StatementLines lines;
    private readonly TrialCredits credits;

    internal DealPay(ParticipantTerms terms, PayKernel kernel, DealDraws draws)
    {
        this.terms = terms;
        this.kernel = kernel;
        this.draws = draws;
        lines = new StatementLines(terms, kernel.Lines, draws);
        credits = new TrialCredits(terms, kernel.Reads, draws);
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<LocalDate> Slots => kernel.Slots;

    /// <inheritdoc/>
    internal override IReadOnlyList<PlanLine> Lines => kernel.Lines;

    /// <inheritdoc/>
    internal override IReadOnlyList<CreditRead> Reads => kernel.Reads;

    /// <inheritdoc/>
    internal override bool FollowsPay => kernel.FollowsPay;

    /// <inheritdoc/>
    internal override void Run(in CreditTile tile, PayTile pay, bool keepsCommission = false)
    {
        if (tile.Deals is null)
        {
            RunAtTarget(tile, pay, keepsCommission);
            return;
        }
        pay.Clear(Slots.Count, Lines.Count, tile.Count);
        Run(tile, tile.Deals, pay, tile.Count, keepsCommission, (reads, read, trial) => reads[read][trial]);
        kernel.PayOut(pay, tile.Count);
    }

    private void RunAtTarget(in CreditTile tile, PayTile pay, bool keepsCommission)
    {
        var deals = new DealTile();
        draws.Draw(0, TrialsAtTarget, null, deals);
        var many = new PayTile();
        many.Clear(Slots.Count, Lines.Count, TrialsAtTarget);
        Run(tile, deals, many, TrialsAtTarget, keepsCommission, (reads, read, _) => reads[read][0]);
        pay.Clear(Slots.Count, Lines.Count, tile.Count);
        if (keepsCommission)
            pay.KeepCommission(tile.Count);
        double rest = 0;
        for (int slot = 0; slot < Slots.Count; slot++)
        {
            rest += pay.Posted[slot][0] = Mean(many.Posted[slot]);
            if (keepsCommission)
                pay.Commission[slot][0] = Mean(many.Commission[slot]);
        }
        for (int line = 0; line < Lines.Count; line++)
            rest -= pay.Lines[line][0] = Mean(many.Lines[line]);
        // Averages are put on the grid one by one: the first line takes what that leaves.
        if (Lines.Count > 0)
            pay.Lines[0][0] += rest;
        kernel.PayOut(pay, 1);
    }

    private static double Mean(double[] pay) => PayGrid.Round(pay.Take(TrialsAtTarget).Sum() / TrialsAtTarget);

    private void Run(in CreditTile tile, DealTile deals, PayTile pay, int count, bool keepsCommission, Func<double[][], int, int, double> read)
    {
        var asAWhole = new double[Slots.Count][];
        double[][] reads = tile.Reads;
        TrialCredits.Reading trialCredits = credits.Of(deals, (place, trial) => read(reads, place, trial));
        StatementLines.Year year = lines.OfYear();
        for (int trial = 0; trial < count; trial++)
        {
            tile.Cancel.ThrowIfCancellationRequested();
            trialCredits.Begin(trial);
            year.Begin();
            Position position = Position.AtStartOf(terms);
            for (int slot = 0; slot < Slots.Count; slot++)
            {
                Statement statement = Statement.Read(terms, position, Slots[slot], null, "", trialCredits.Before(Slots[slot]));
                position = statement.Closing;
                pay.Posted[slot][trial] += year.Add(statement.Components, deals, trial);
                if (statement.PlanResults.Count > 0)
                    (asAWhole[slot] ??= new double[TileSum.Tile])[trial] += year.Add(statement.PlanResults, Slots[slot]);
            }
            year.End(pay.Lines, trial);
        }
        if (keepsCommission)
            pay.KeepCommission(count);
        for (int slot = 0; slot < Slots.Count; slot++)
        {
            for (int trial = 0; trial < count && asAWhole[slot] is not null; trial++)
                pay.Posted[slot][trial] += asAWhole[slot][trial];
        }
    }
}
