namespace CompModel.Tests;

/// <summary>A case of four people in two roles, two of them under one manager, with assumptions that a test is about.</summary>
internal static class GroupedFolder
{
    internal const string Roster = """
        id,name,email,role,manager_id,hire_date,termination_date,currency,base,variable,quota,plan
        R1,Ann Lee,,Hunter,,2015-01-15,,USD,90000,60000,1000000,ae
        R2,Bo Diaz,,Hunter,R1,2025-07-01,,USD,90000,60000,1000000,ae
        R3,Cy Fox,,Farmer,R1,2025-07-01,,USD,90000,60000,500000,ae
        R4,Di Gray,,Farmer,,2024-07-01,,USD,90000,60000,250000,ae

        """;

    internal const string Quotas = """
        participant_id,measure,effective_from,effective_to,quota
        R1,adoption,,,100
        R2,adoption,,,100
        R3,adoption,,,100
        R4,adoption,,,100

        """;

    internal static TestFolder With(string assumptions) =>
        new TestFolder().Write("roster.csv", Roster).Write("quotas.csv", Quotas).Write("assumptions.yaml", assumptions);
}
