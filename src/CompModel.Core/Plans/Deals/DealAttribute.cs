namespace CompModel;

/// <summary>Something that is known of a deal and that pay may depend on: its product, term, discount, or anything else a plan names.</summary>
public sealed record DealAttribute
{
    private DealAttribute(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
    }

    /// <summary>The customer: text.</summary>
    public static DealAttribute Account { get; } = new("account");

    /// <summary>What is sold: text.</summary>
    public static DealAttribute Product { get; } = new("product");

    /// <summary>For how many months the customer signed: a number.</summary>
    public static DealAttribute TermMonths { get; } = new("term_months");

    /// <summary>The discount from the list price: a number, as a fraction.</summary>
    public static DealAttribute Discount { get; } = new("discount");

    /// <summary>That a credit moved with its territory, from whom and to whom: text.</summary>
    public static DealAttribute Handover { get; } = new("handover");

    /// <summary>Why a credit was given by hand: text.</summary>
    public static DealAttribute Reason { get; } = new("reason");

    /// <summary>Who approved a credit that was given by hand: text. Statements list such credits as adjustments.</summary>
    public static DealAttribute ApprovedBy { get; } = new("approved_by");

    /// <summary>The name, as files write it.</summary>
    public string Name { get; }

    /// <summary>Any other attribute, by its name.</summary>
    public static DealAttribute Named(string name) => new(name);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
