// The cost of a config.json: counts public models from the shape fields of their configs.
//   dotnet run --project samples/HuggingFace                        the configs beside this program
//   dotnet run --project samples/HuggingFace -- path/to/config.json ...   your own
using System.Globalization;
using System.IO;
using System.Linq;
using HuggingFaceSample;
using ScalingAnalyzers.Architectures;

const int SequenceLength = 8192;
string[] files = args.Length > 0 ? args : Directory.GetFiles(Path.Combine(System.AppContext.BaseDirectory, "configs"), "*.json");
var report = new ShapeReport(SequenceLength);
foreach (string file in files.OrderBy(path => path, System.StringComparer.Ordinal))
{
    string name = Path.GetFileNameWithoutExtension(file);
    if (name == "config") name = Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(file))) ?? name;
    report.Add(name, HuggingFaceConfig.Parse(File.ReadAllText(file)));
}

System.Console.Write(report.ToText(CultureInfo.InvariantCulture));

// The ScalingConfig items of the project file were counted at compile time; these are constants.
System.Console.WriteLine();
System.Console.WriteLine("Llama 3.1 405B: " + ScalingConfigs.Llama31_405B.Summary);
System.Console.WriteLine("Llama 3.1 8B:   " + ScalingConfigs.Llama31_8B.Summary);
System.Console.WriteLine("GPT-2 XL:       " + ScalingConfigs.Gpt2Xl.Summary);
