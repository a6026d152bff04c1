using System.Runtime.InteropServices;

namespace CompModel;

/// <summary>
/// The normal variates behind a participant's attainment, in each measure and each of <see cref="DrawnPeriods"/>. What people share is separable: the
/// variates of persons i and j, measures m and n, periods p and q correlate by S(i,j)·R(m,1)·R(1,n)·K(p,q) for different people, S being ρ, or ρ + τ
/// inside a team; and by R(m,n)·K(p,q) for one. Such a sum of products is positive semi-definite wherever R and K are, and ρ + τ is at most 1.
/// In single precision: own₁ = √ρ·C + √τ·T + √(1−ρ−τ)·e₁, each of them over the periods by the root of K, then measure by measure by that of R.
/// A draw's index is the year's number times 2^12, the period's times 256 and the measure's place, and 2^19 more where it is drawn again, below the incumbent's number in its
/// top four bits; what is shared belongs to the first measure.
/// </summary>
internal sealed partial class LatentVariates
{
    private const string CompanyName = "company";
    // Above the periods' numbers in a draw's index, and above the years'.
    private const int DrawsInYear = 1 << 12, Again = 1 << 19;

    private readonly ulong seed;
    private readonly Redrawn redrawn;
    private readonly int firstDraw;
    private readonly DrawnPeriods periods;
    private readonly float ofCompany, ofTeam, alone, inTeam;
    private readonly float[,] measureRoot, periodRoot;

    /// <summary>Variates under a seed, of the first year of a run or of one after it; with other draws of people, or of people and teams, where a second look at the same company asks for them.</summary>
    internal LatentVariates(ulong seed, double rho, Assumptions assumptions, Redrawn redrawn = Redrawn.Nothing, int year = 0)
    {
        this.seed = seed;
        this.redrawn = redrawn;
        firstDraw = year * DrawsInYear;
        double tau = assumptions.TeamCorrelation;
        periods = new DrawnPeriods(assumptions);
        HasTeams = tau > 0;
        ofCompany = (float)Math.Sqrt(rho);
        ofTeam = (float)Math.Sqrt(tau);
        alone = (float)Math.Sqrt(1 - rho);
        // ρ derived from a range may miss its bound 1 − τ by a rounding.
        inTeam = HasTeams ? (float)Math.Sqrt(Math.Max(0, 1 - rho - tau)) : alone;
        measureRoot = Root(assumptions.Correlation);
        periodRoot = Root(periods.Correlation());
    }

    /// <summary>Whether teams share anything beyond the company, and so have variates.</summary>
    internal bool HasTeams { get; }

    /// <summary>Number of rows that every measure has, and the company's and team's variates.</summary>
    internal int Rows => periods.Numbers.Length;

    /// <summary>Which rows are a measure's: the year's one, or one for each period. Its others hold nothing of use.</summary>
    internal (int First, int Count) RowsOf(int measure) => periods.RowsOf(measure);

    /// <summary>The company's variates, already times √ρ: every row from its start, for the trials from <paramref name="firstTrial"/> on.</summary>
    internal void Company(long firstTrial, float[][] to) => Shared(StreamPurpose.CompanyEffect, EntityHash.Of(CompanyName), ofCompany, firstTrial, to);

    /// <summary>A team's variates, already times √τ; the team is known by the hash of its manager's id.</summary>
    internal void Team(ulong manager, long firstTrial, float[][] to) => Shared(StreamPurpose.TeamEffect, manager, ofTeam, firstTrial, to);

    /// <summary>
    /// A participant's variates [measure][row][trial], of the first <paramref name="measures"/> of the assumptions and <paramref name="count"/> trials from
    /// <paramref name="firstTrial"/> on, which is where company and team stand; team is default for who has none. Who holds a position after the first has
    /// draws of their own, by the incumbent's number; 0 is whoever is there first.
    /// </summary>
    internal void Participant(ulong entity, long firstTrial, SharedVariates company, SharedVariates team, float[][][] to, int measures, int count, int incumbent = 0)
    {
        for (int m = 0; m < measures; m++)
            Draw(StreamPurpose.Attainment, (incumbent << 20) | m, entity, firstTrial, to[m], count);
        for (int row = 0; row < Rows; row++)
            Share(company.Row(row, count), team.IsNone ? alone : inTeam, to[0][row]);
        if (HasTeams && !team.IsNone)
        {
            for (int row = 0; row < Rows; row++)
                Add(team.Row(row, count), to[0][row]);
        }
        // From the last measure up, so that what a measure reads is still independent of the others.
        float[][] parts = new float[measures][];
        for (int m = measures - 1; m > 0; m--)
        {
            (int first, int rows) = RowsOf(m);
            for (int row = first; row < first + rows; row++)
            {
                for (int k = 0; k <= m; k++)
                    parts[k] = to[k][row];
                Mix(measureRoot, m, parts, count);
            }
        }
    }

    private void Shared(StreamPurpose purpose, ulong entity, float scale, long firstTrial, float[][] to)
    {
        Draw(purpose, 0, entity, firstTrial, to, to[0].Length);
        foreach (float[] row in to)
        {
            for (int i = 0; i < row.Length; i++)
                row[i] *= scale;
        }
    }

    private void Draw(StreamPurpose purpose, int measure, ulong entity, long firstTrial, float[][] to, int count)
    {
        bool again = (purpose == StreamPurpose.Attainment && redrawn != Redrawn.Nothing) || (purpose == StreamPurpose.TeamEffect && redrawn == Redrawn.PeopleAndTeams);
        for (int row = 0; row < Rows; row++)
        {
            Span<float> normals = to[row].AsSpan(0, count);
            Span<uint> words = MemoryMarshal.Cast<float, uint>(normals);
            new RandomStream(seed, purpose, (again ? Again : 0) | (firstDraw + (periods.Numbers[row] << 8)) | measure, entity).Words(firstTrial, words);
            NormalVariates.Fill(words, normals);
        }
        for (int row = periods.AreIndependent ? 0 : Rows - 1; row > 0; row--)
            Mix(periodRoot, row, to, count);
    }

    private static void Share(ReadOnlySpan<float> company, float own, float[] to)
    {
        for (int i = 0; i < company.Length; i++)
            to[i] = MathF.FusedMultiplyAdd(own, to[i], company[i]);
    }

    private static void Add(ReadOnlySpan<float> team, float[] to)
    {
        for (int i = 0; i < team.Length; i++)
            to[i] += team[i];
    }

    // A row of a root over the parts up to it, in place of the last.
    private static void Mix(float[,] root, int last, float[][] parts, int count)
    {
        for (int i = 0; i < count; i++)
        {
            float mixed = root[last, 0] * parts[0][i];
            for (int k = 1; k <= last; k++)
                mixed = MathF.FusedMultiplyAdd(root[last, k], parts[k][i], mixed);
            parts[last][i] = mixed;
        }
    }

    private static float[,] Root(double[,] correlation)
    {
        int count = correlation.GetLength(0);
        double[,] exact = Cholesky.Of(correlation);
        float[,] root = new float[count, count];
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j <= i; j++)
                root[i, j] = (float)exact[i, j];
        }
        return root;
    }
}
