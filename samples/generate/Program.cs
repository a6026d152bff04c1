using CompModel.Samples;

if (args.Length != 1)
{
    Console.Error.WriteLine("Usage: dotnet run --project samples/generate -- samples/enterprise-account-manager");
    return 2;
}

EnterpriseAccountManager.Write(args[0]);
return 0;
