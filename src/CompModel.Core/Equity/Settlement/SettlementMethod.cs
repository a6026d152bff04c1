namespace CompModel;

/// <summary>How the tax on shares that vest is paid, and what the employee receives.</summary>
public enum SettlementMethod
{
    /// <summary>A broker sells as many shares as cover tax and fees; the rest is delivered.</summary>
    SellToCover,

    /// <summary>The employer keeps as many shares as cover the amount of the tax, and pays it in money of its own; the rest is delivered.</summary>
    NetShares,

    /// <summary>The employer keeps the withholding rate's share of the shares, rounded up; the rest is delivered.</summary>
    NetSharesAtRate,

    /// <summary>No share is delivered: the value is paid in cash, less tax.</summary>
    Cash,
}
