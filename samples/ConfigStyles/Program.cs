// Four ways in which C# projects write model and training configs, each read by the analyzers as it stands.
// A comment `warns: SCALE###` announces what the line below it is told; everything else is silent. A test holds the comments.
using System;
using System.Globalization;
using ConfigStyles;

Print("constructor body", ConstructorStyle.Estimates.Summary);
Print("public fields", FineGrainedOptions.Estimates.Summary);
Print("constants as arguments", LanguageModel.Estimates.Summary);
Print("object initialisers", Plans.Estimates.Small.Summary);
Print("", Plans.Estimates.Chinchilla.Summary);
Print("", Plans.Estimates.Doubled.Summary);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The doubled plan costs {Plans.Estimates.Doubled.TrainingFlops / Plans.Estimates.Small.TrainingFlops:0.##} times the small one."));

static void Print(string style, string summary) => Console.WriteLine(style.PadRight(24) + summary);
