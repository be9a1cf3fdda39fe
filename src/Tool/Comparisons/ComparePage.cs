using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Comparisons;

/// <summary>Runs side by side, for people and for programs.</summary>
internal static class ComparePage
{
    public static Page Of(ComparedRuns compared)
    {
        var page = new Page();
        string[] names = compared.Runs.Select(run => run.Name).ToArray();
        if (compared.Differences.Count > 0)
        {
            page.Heading("What the files declare and differs");
            page.Table(["", .. names], compared.Differences.Select(one => (string[])[one.Role.ToString(), .. one.Values]).ToArray());
            page.Heading("What follows");
        }

        bool isPair = names.Length == 2;
        page.Table(isPair ? ["", .. names, "change"] : ["", .. names], Lines(compared.Rows, isPair).ToArray());
        page.Text("By " + compared.Estimates[0].Law + ".");
        page.Heading("Loss, nats per token");
        foreach (var (run, comparison) in compared.Runs.Skip(1).Zip(compared.WithFirst))
            page.Text($"{run.Name} and {names[0]}: {comparison}.");
        var laws = compared.WithFirst.SelectMany(one => one.DifferencesByLaw).Select(one => one.Law).Distinct().ToArray();
        if (laws.Length > 0) page.Text($"By every law, minus that of {names[0]}:");
        page.Table(["Law", .. names.Skip(1)], laws.Select(law =>
            compared.WithFirst.Select(one => one.DifferencesByLaw.FirstOrDefault(loss => loss.Law == law))
                .Select(loss => loss is { } known ? Signed(known.Loss) : "-").Prepend(law.Id).ToArray()).ToArray());
        var bases = compared.Estimates.Where(one => one.AcceleratorHours is not null).Select(one => one.UtilizationBasis).Distinct();
        if (bases.Count() > 1)
        {
            page.Text("Hours are not counted alike, as the runs declare: " + string.Join(", ",
                names.Zip(compared.Estimates).Select(pair => pair.First + " " + pair.Second.UtilizationBasis)) + ".");
        }

        return page;
    }

    public static JsonObject Json(ComparedRuns compared)
    {
        var document = JsonForm.Document("compare");
        document["runs"] = JsonForm.List(compared.Runs.Select((run, i) => new JsonObject
        {
            ["run"] = run.Word,
            ["law"] = compared.Estimates[i].Law.Id,
            ["utilizationBasis"] = compared.Estimates[i].UtilizationBasis.ToString(),
            ["estimate"] = new JsonObject(compared.Rows[i].Select(row => KeyValuePair.Create(row.Key, JsonForm.Number(row.Value)))),
        }));
        document["differences"] = JsonForm.List(compared.Differences.Select(one => new JsonObject
        {
            ["role"] = one.Role.ToString(),
            ["values"] = JsonForm.Texts(one.Values),
        }));
        document["comparisons"] = JsonForm.List(compared.WithFirst.Select((one, i) => Of(one, compared.Runs[i + 1], compared.Runs[0])));
        return document;
    }

    private static JsonObject Of(Comparison comparison, ComparedRun run, ComparedRun first) => new()
    {
        ["run"] = run.Word,
        ["minus"] = first.Word,
        ["lossDifference"] = JsonForm.Number(comparison.LossDifference),
        ["differenceInterval"] = JsonForm.Range(comparison.DifferenceBand),
        ["cannotBeToldApart"] = comparison.CannotBeToldApart,
        ["lossDifferenceByLaw"] = new JsonObject(comparison.DifferencesByLaw.Select(one =>
            KeyValuePair.Create(one.Law.Id, JsonForm.Number(one.Loss)))),
    };

    // A quantity that one of the runs has is a line; the rows of each run keep one order.
    private static IEnumerable<string[]> Lines(IReadOnlyList<IReadOnlyList<QuantityRow>> rows, bool isPair)
    {
        foreach (var any in rows.SelectMany(run => run).GroupBy(row => row.Key, StringComparer.Ordinal).Select(group => group.First()))
        {
            var own = rows.Select(run => run.FirstOrDefault(row => row.Key == any.Key)).ToArray();
            string[] cells = own.Select(row => row?.Value is { } value ? row.Format(value) : "-").ToArray();
            string name = any.Label.Length == 0 ? "... " + any.Unit : any.Unit.Length == 0 ? any.Label : any.Label + ", " + any.Unit;
            yield return isPair ? [name, .. cells, Change(any, own[0]?.Value, own[1]?.Value)] : [name, .. cells];
        }
    }

    // A loss and a share are compared by their difference, which the sentence below has.
    private static string Change(QuantityRow row, double? first, double? second)
    {
        if (row.Key is "predictedLoss" or "optimalLoss" or "excessCompute" || first is not { } one || second is not { } other) return "";
        return one == other ? "-" : one > 0 && other > 0 ? "x" + Quantity.Ratio(other / one) : "";
    }

    private static string Signed(double nats) => nats.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);
}
