Console.WriteLine("compmodel");
