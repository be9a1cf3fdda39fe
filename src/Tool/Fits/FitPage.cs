using System;
using System.Globalization;
using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Fitting;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Fits;

/// <summary>A fit for people and for programs.</summary>
internal static class FitPage
{
    public static Page Of(Fitted fitted, SweepFile file)
    {
        var page = new Page();
        page.Heading(FormattableString.Invariant($"Fit of {file.Runs.Count} runs: {fitted.What}"));
        page.Text("Columns: " + string.Join(", ", file.Columns.Select(column => column.Key == column.Value.Trim() ? column.Key
            : $"{column.Key} = '{column.Value.Trim()}'")) + ".");
        page.Text(fitted.Law.Formula);
        page.Table(["Coefficient", "Value", "Interval (95%)"], fitted.Values.Select(value => new[]
        {
            value.Name, Quantity.Ratio(value.Value), value.Interval?.ToString() ?? "-",
        }).ToArray());
        if (fitted.HasBootstrap == false && fitted.Values.All(value => value.Interval is null))
            page.Text("--bootstrap 4000 gives the coefficients intervals.");
        if (fitted.Optimum is { } optimum)
        {
            page.Text(FormattableString.Invariant($"Optimum at {Quantity.Scientific(optimum.Run.TrainingFlops)} FLOPs: {optimum.Run}; ")
                + FormattableString.Invariant($"N grows as C^{optimum.ParametersExponent:0.00}, D as C^{optimum.TokensExponent:0.00}."));
        }

        if (fitted.Certificate is { } certificate)
        {
            page.Text((certificate.IsCertified ? "Certified: " : "Not certified: ")
                + $"gradient {Quantity.Scientific(certificate.GradientNorm)}, {certificate.StartsAtOptimum} of {certificate.Starts} "
                + "starts at the optimum"
                + (certificate.SecondStartAgrees ? ", a second search agrees." : ", a second search differs."));
        }

        page.Table(["N", "D", "Loss", "Interval", ""], fitted.Predictions.Select(prediction => new[]
        {
            Quantity.Format(prediction.Parameters), Quantity.Format(prediction.Tokens), Loss(prediction.Loss),
            Loss(prediction.Interval.Low) + " to " + Loss(prediction.Interval.High), prediction.Band,
        }).ToArray());
        foreach (var test in fitted.BackTests) page.Text($"Back-test by {Largest(test.Order)}: {test.Verdict}.");
        foreach (var warning in fitted.Warnings) page.Text(warning.ToString());
        return page;
    }

    public static JsonObject Json(Fitted fitted, SweepFile file)
    {
        var document = JsonForm.Document("fit");
        document["runs"] = file.Runs.Count;
        document["columns"] = new JsonObject(file.Columns.Select(column =>
            System.Collections.Generic.KeyValuePair.Create(column.Key, (JsonNode?)JsonValue.Create(column.Value))));
        document["skippedRows"] = JsonForm.Texts(file.Problems.Select(problem => problem.ToString()));
        document["what"] = fitted.What;
        document["formula"] = fitted.Law.Formula;
        document["coefficients"] = JsonForm.List(fitted.Values.Select(value => new JsonObject
        {
            ["name"] = value.Name,
            ["value"] = JsonForm.Number(value.Value),
            ["interval"] = JsonForm.Range(value.Interval),
        }));
        document["isCertified"] = fitted.Certificate?.IsCertified;
        document["predictions"] = JsonForm.List(fitted.Predictions.Select(prediction => new JsonObject
        {
            ["parameters"] = JsonForm.Number(prediction.Parameters),
            ["tokens"] = JsonForm.Number(prediction.Tokens),
            ["loss"] = JsonForm.Number(prediction.Loss),
            ["interval"] = JsonForm.Range(prediction.Interval),
            ["band"] = prediction.Band,
        }));
        document["optimum"] = fitted.Optimum is not { } optimum ? null : new JsonObject
        {
            ["trainingFlops"] = JsonForm.Number(optimum.Run.TrainingFlops),
            ["parameters"] = JsonForm.Number(optimum.Run.Parameters),
            ["tokens"] = JsonForm.Number(optimum.Run.Tokens),
            ["parametersExponent"] = JsonForm.Number(optimum.ParametersExponent),
            ["tokensExponent"] = JsonForm.Number(optimum.TokensExponent),
        };
        document["backTests"] = JsonForm.List(fitted.BackTests.Select(Json));
        document["warnings"] = JsonForm.List(fitted.Warnings.Select(warning => new JsonObject
        {
            ["id"] = warning.Id,
            ["message"] = warning.Message,
        }));
        return document;
    }

    private static JsonObject Json(SweepBackTest test) => new()
    {
        ["largestBy"] = Largest(test.Order),
        ["form"] = test.Form == SurfaceForm.Additive ? "additive" : "coupled",
        ["fitted"] = test.Fitted,
        ["heldOut"] = test.Rows.Count,
        ["covered"] = test.Covered(test.Form),
        ["meanError"] = JsonForm.Number(test.MeanError(test.Form)),
        ["summary"] = test.Verdict,
        ["runs"] = JsonForm.List(test.Rows.Where(row => row.Of(test.Form) is not null).Select(row => new JsonObject
        {
            ["parameters"] = JsonForm.Number(row.Run.Parameters),
            ["tokens"] = JsonForm.Number(row.Run.Tokens),
            ["loss"] = JsonForm.Number(row.Run.Loss),
            ["predicted"] = JsonForm.Number(row.Of(test.Form)!.Loss),
            ["interval"] = JsonForm.Range(row.Of(test.Form)!.Interval),
        })),
    };

    private static string Largest(BackTestOrder order) => order switch
    {
        BackTestOrder.Compute => "most compute",
        BackTestOrder.Parameters => "most parameters",
        _ => "most tokens per parameter",
    };

    private static string Loss(double loss) => loss.ToString("0.000", CultureInfo.InvariantCulture);
}
