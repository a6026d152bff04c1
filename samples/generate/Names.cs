namespace CompModel.Samples;

/// <summary>Invented people, customers and products.</summary>
internal static class Names
{
    public static readonly string[] Managers = ["Ingrid Solberg", "Kwame Asante", "Lucía Ferrer", "Haruto Nakamura"];

    public static readonly string[] Sellers =
    [
        "Ana Petrović", "Tomás Herrera", "Priya Raman", "Julien Moreau", "Chioma Eze", "Erik Lindqvist", "Mei Tanaka", "Omar Haddad",
        "Sofia Rinaldi", "Daniel Okafor", "Hannah Vogel", "Rafael Costa", "Aisha Karimi", "Liam Gallagher", "Yuki Mori", "Zanele Dube",
        "Marek Novák", "Camila Rojas", "Arjun Mehta", "Freya Nielsen", "Diego Salazar", "Leila Mansour", "Noah Becker", "Thandi Mokoena",
        "Viktor Horváth", "Grace Whitfield", "Minh Trần", "Elena Popescu", "Samuel Adeyemi", "Clara Jansen", "Hiroshi Abe", "Nadia Rahman",
        "Peter O'Connell", "Jiwoo Park", "Isabel Duarte", "Felix Zimmermann", "Amara Diallo", "Katarzyna Wójcik", "Ravi Chandran", "Olivia Bennett",
    ];

    public static readonly string[] Products = ["Platform", "Analytics", "Security", "Integration", "Premium Support"];

    private static readonly string[] First =
    [
        "Aldermoor", "Brightwater", "Calder", "Dunmore", "Eastvale", "Fernhill", "Granmarsh", "Hollowell", "Ironbridge", "Juniper", "Kestrel", "Larkspur",
        "Meridian", "Northfen", "Oakhaven", "Pinecrest", "Quillon", "Rosewick", "Silverlake", "Thornbury", "Umberland", "Vantage Hill", "Westmere", "Yarrow",
    ];

    private static readonly string[] Second =
        ["Bank", "Energy", "Foods", "Health", "Insurance", "Logistics", "Manufacturing", "Media", "Mobility", "Pharma", "Retail", "Telecom"];

    /// <summary>A customer of a seller; each seller has a territory of eight.</summary>
    public static string Account(int seller, int number)
    {
        int n = ((seller * 8) + number) % (First.Length * Second.Length);
        return $"{First[n % First.Length]} {Second[(n / First.Length + n) % Second.Length]}";
    }

    /// <summary>An address at example.com, a domain that belongs to nobody.</summary>
    public static string Email(string name)
    {
        string letters = string.Concat(name.ToLowerInvariant().Normalize(System.Text.NormalizationForm.FormD).Where(c => c == ' ' || char.IsAsciiLetter(c)));
        return $"{letters.Replace(' ', '.')}@example.com";
    }
}
