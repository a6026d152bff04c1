namespace CompModel;

/// <summary>What 100 % attainment of a component's quota is worth in a full year: one of the nested cases.</summary>
public abstract record Worth
{
    private Worth()
    {
    }

    /// <summary>A share of the target incentive. Only these shares are weights, which sum to one over a plan.</summary>
    /// <param name="Weight">A fraction above 0 and at most 1.</param>
    public sealed record OfTargetIncentive(Rational Weight) : Worth;

    /// <summary>A share of base salary, on top of the target incentive.</summary>
    /// <param name="Share">A fraction above 0 and at most 10: 10 % is <c>10.Percent</c>.</param>
    public sealed record OfSalary(Rational Share) : Worth;

    /// <summary>A stated sum a year, on top of the target incentive.</summary>
    /// <param name="Annual">Above zero.</param>
    public sealed record OfMoney(Money Annual) : Worth;
}
