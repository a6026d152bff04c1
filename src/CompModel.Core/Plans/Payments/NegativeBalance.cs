namespace CompModel;

/// <summary>What becomes of a payment that would be below zero.</summary>
public enum NegativeBalance
{
    /// <summary>Nothing is paid, and the rest is taken from later pay: the default.</summary>
    Carried,

    /// <summary>Nothing is paid, and the rest is written off.</summary>
    Forgiven,

    /// <summary>The participant pays it: the payment is below zero.</summary>
    Collected,
}
