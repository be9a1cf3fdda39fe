// Four ways in which C# projects write model and training configs. The analyzers read each of them unchanged.
// A comment `warns: SCALE###` names the rule that reports the next line; nothing else is reported.
// A test checks these comments.
//   dotnet run --project samples/ConfigStyles
using System;
using System.Globalization;
using ConfigStyles;

Print("constructor body", ConstructorStyle.Estimates.Summary);
Print("public fields", FineGrainedOptions.Estimates.Summary);
Print("constants as arguments", LanguageModel.Estimates.Summary);
Print("object initialisers", Plans.Estimates.Small.Summary);
Print("", Plans.Estimates.Chinchilla.Summary);
Print("", Plans.Estimates.Doubled.Summary);
double ratio = Plans.Estimates.Doubled.TrainingFlops / Plans.Estimates.Small.TrainingFlops;
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The doubled plan costs {ratio:0.##} times the small one."));

static void Print(string style, string summary) => Console.WriteLine(style.PadRight(24) + summary);
