// Thirty small runs of the OLMo 2 ladder, and the two big ones that they were meant to predict: a fit, its test, and
// predictions with intervals. README.md explains the output.
//   dotnet run --project samples/PredictTheBigRun
using System;
using System.Globalization;
using System.IO;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Laws;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
SweepFile ladder = Table("ladder.csv"), targets = Table("targets.csv");
foreach (var problem in ladder.Problems) Console.WriteLine(problem);

// 1. Fit both forms; the test, the back-tests and the warnings.
var fit = SweepFit.Fit(ladder.Runs, new SweepFitOptions
{
    Surface = new ChinchillaFitOptions
    {
        LawId = "olmo-ladder-2024",
        Source = new LawSource("Bhagia et al.", 2024, "Establishing Task Scaling Laws via Compute-Efficient Model Ladders",
            "2412.04403", "C4 losses of the ladder"),
    },
});
Console.WriteLine(fit);

// 2. Would it have predicted the larger runs of the ladder from the smaller ones?
Console.WriteLine();
Console.WriteLine(fit.LeaveLargestOut(0.25));

// 3. What k leaves open: losses far away and E move, the optimum hardly does.
Console.WriteLine();
foreach (var point in fit.Coupled!.Profile([1, 0.5, 0.3, 0.2, 0.1]))
{
    Console.WriteLine($"k = {point.Coupling:0.0}: E = {point.Level:0.00}, objective {point.Objective:0.0E+0}, "
        + $"optimum at 1e21 FLOPs {point.Law.Allocate(1e21)}");
}

// 4. The big runs: what was predicted, and what they reached.
Console.WriteLine();
foreach (var run in targets.Runs)
    Console.WriteLine($"{run.Group}: predicted {fit.Predict(run.Parameters, run.Tokens)}; reached {run.Loss:F3}");

// 5. The law as a file: its id can then stand in attributes and in `Law = "olmo-ladder-2024"`.
Console.WriteLine();
Console.WriteLine(LawFile.Write(fit.ScalingLaw));

static SweepFile Table(string name) => SweepFile.Read(Path.Combine(AppContext.BaseDirectory, name));
