using System.Text;
using CompModel.Cli;

// JSON is UTF-8 wherever it is made, and names are what they are, whatever the terminal's legacy encoding.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return Tool.Run(args, Console.Out, Console.Error);
