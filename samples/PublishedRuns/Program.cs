// Sixteen published runs beside the optimum of a scaling law: the build prints the warnings, the program two tables of
// generated constants. README.md explains the columns.
//   dotnet run --project samples/PublishedRuns
using System;
using System.Globalization;
using PublishedRuns;
using ScalingAnalyzers;

const string Unknown = "-";

Console.Write("Published runs compared with " + Gopher.Estimates.LawName);
Console.WriteLine(": FLOPs are 6 x parameters x tokens, loss in nats per token.");
Console.WriteLine();
var balance = new Table("run", "parameters", "tokens", "per param", "FLOPs", "PF-days", "optimum", "on", "loss", "excess");
foreach (BalanceRow row in Rows.Balance)
{
    string total = Quantity.Format(row.Parameters);
    balance.Add(
        row.Run,
        row.ActiveParameters is { } active ? Quantity.Format(active) + " of " + total : total,
        Quantity.Format(row.Tokens),
        Quantity.Ratio(row.TokensPerParameter),
        Quantity.Scientific(row.TrainingFlops),
        Quantity.Scientific(row.PetaflopDays),
        Quantity.Format(row.OptimalParameters),
        Quantity.Format(row.OptimalTokens),
        row.PredictedLoss?.ToString("0.000", CultureInfo.InvariantCulture) ?? Unknown,
        row.ExcessCompute?.ToString("0.0%", CultureInfo.InvariantCulture) ?? Unknown);
}

balance.Write(Console.Out, textAtTheEnd: false);
Console.WriteLine();
Console.WriteLine("optimum: at the run's own compute. excess: the compute of the run beyond the least that reaches its loss.");
const double Reachable = 1 / (1 + Gopher.Estimates.ExcessCompute);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
    $"Gopher: an excess of {Gopher.Estimates.ExcessCompute:0.0%} is \"this loss is reachable with {Reachable:0%} of the compute\"."));
Console.WriteLine("A mixture of experts is counted by its active parameters, and no dense law predicts its loss.");
Console.WriteLine();

var hours = new Table("run", "accelerator", "MFU", "estimated h", "published h", "est/pub", "basis");
foreach (HoursRow row in Rows.Hours)
{
    hours.Add(
        row.Run,
        row.Accelerator ?? Unknown,
        row.Utilization is { } utilization ? utilization.ToString("0.0%", CultureInfo.InvariantCulture) : Unknown,
        row.Estimated is { } estimated ? Quantity.Format(estimated) : Unknown,
        row.Published is { } published ? Quantity.Format(published) : Unknown,
        row.Estimated / row.Published is { } ratio ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : Unknown,
        row.Basis);
}

hours.Write(Console.Out, textAtTheEnd: true);
Console.WriteLine();
Console.WriteLine("Where the MFU was derived from the published hours, a ratio of 1 only confirms the arithmetic.");
Console.WriteLine("Where the MFU was published, it describes running steps; the published hours include restarts and later stages.");
