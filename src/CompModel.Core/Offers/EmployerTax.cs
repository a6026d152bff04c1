namespace CompModel;

/// <summary>
/// A tax that the employer pays on wages, such as its share of social security: a name, and what is owed on wages of a month given the wages of the calendar year before it.
/// Rates and limits are dated inputs of whoever states it, never constants here. Unlike a withholding it is not taken from pay: it comes on top.
/// </summary>
/// <param name="Name">What it is called in reports.</param>
/// <param name="Owed">From wages of the calendar year so far, and further wages, to the exact tax on the further ones.</param>
public sealed record EmployerTax(string Name, Func<Amount, Amount, Amount> Owed);
