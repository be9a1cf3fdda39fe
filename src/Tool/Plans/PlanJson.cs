using System.Linq;
using System.Text.Json.Nodes;
using ScalingAnalyzers.Planning;
using ScalingAnalyzers.Tool.Output;

namespace ScalingAnalyzers.Tool.Plans;

/// <summary>A plan in JSON.</summary>
internal static class PlanJson
{
    public static JsonObject Of(Plan plan, PlanRequest request)
    {
        var document = JsonForm.Document("plan");
        document["law"] = plan.Main.Run.Law.Id;
        document["reserve"] = request.Reserve;
        document["plan"] = Of(plan.Main);
        document["epochs"] = JsonForm.Number(plan.Epochs);
        document["parametersWithin2Percent"] = JsonForm.Range(plan.Valley);
        document["shape"] = ShapeOf(plan);
        document["alternatives"] = JsonForm.List(plan.Alternatives.Select(Of));
        document["laws"] = JsonForm.List(plan.ByLaw.Select(Of));
        document["regret"] = JsonForm.List(plan.Regrets.Select(regret => new JsonObject
        {
            ["chosenBy"] = regret.Choice.Law.Id,
            ["excessCompute"] = new JsonObject(plan.Judges.Zip(regret.Excess).Select(pair =>
                System.Collections.Generic.KeyValuePair.Create(pair.First.Id, JsonForm.Number(pair.Second)))),
        }));
        document["learningRates"] = JsonForm.List(plan.Hyperparameters.LearningRates.Select(Of));
        document["weightDecays"] = JsonForm.List(plan.WeightDecays.Select(decay => new JsonObject
        {
            ["law"] = decay.Law.Id,
            ["of"] = decay.LearningRate.Law.Id,
            ["value"] = JsonForm.Number(decay.Suggestion.Value),
            ["band"] = JsonForm.Range(decay.Suggestion.Band),
            ["ordersOutsideFit"] = JsonForm.Number(decay.OrdersOutsideFit),
        }));
        document["batchTokens"] = JsonForm.List(plan.Hyperparameters.BatchTokens.Select(Of));
        document["criticalBatchTokens"] = JsonForm.List(plan.Hyperparameters.CriticalBatchTokens.Select(Of));
        document["leastSteps"] = JsonForm.List(plan.Hyperparameters.CriticalBatchTokens.Select(critical => new JsonObject
        {
            ["law"] = critical.Law.Id,
            ["value"] = JsonForm.Number(plan.Hyperparameters.StepsAt(critical.Suggestion.Value)),
        }));
        document["missing"] = JsonForm.Texts(plan.Missing());
        return document;
    }

    private static JsonObject Of(PlanOption option)
    {
        var json = Of(option.Run);
        json["name"] = option.Name;
        if (option.IsBeyondDenseLaw)
        {
            foreach (string key in new[] { "loss", "lossInterval", "singleRunLossInterval" }) json[key] = null;
        }

        json["totalParameters"] = JsonForm.Number(option.TotalParameters);
        json["acceleratorHours"] = JsonForm.Number(option.Estimate.AcceleratorHours);
        json["wallClockDays"] = JsonForm.Number(option.Estimate.WallClockDays);
        json["cost"] = JsonForm.Number(option.Estimate.Cost);
        json["energyKilowattHours"] = JsonForm.Number(option.Estimate.EnergyKilowattHours);
        json["inferenceFlops"] = JsonForm.Number(option.Estimate.InferenceFlops);
        return json;
    }

    private static JsonObject Of(PlannedRun run) => new()
    {
        ["law"] = run.Law.Id,
        ["parameters"] = JsonForm.Number(run.Parameters),
        ["tokens"] = JsonForm.Number(run.Tokens),
        ["tokensPerParameter"] = JsonForm.Number(run.TokensPerParameter),
        ["trainingFlops"] = JsonForm.Number(run.TrainingFlops),
        ["loss"] = JsonForm.Number(run.Loss),
        ["lossInterval"] = JsonForm.Range(run.CoefficientBand),
        ["singleRunLossInterval"] = JsonForm.Range(run.SingleRunBand),
        ["parametersInterval"] = JsonForm.Range(run.OptimumBand?.Parameters),
        ["tokensInterval"] = JsonForm.Range(run.OptimumBand?.Tokens),
        ["ordersOutsideFit"] = JsonForm.Number(run.OrdersOutsideFit),
    };

    private static JsonObject Of(LawSuggestion suggestion) => new()
    {
        ["law"] = suggestion.Law.Id,
        ["value"] = JsonForm.Number(suggestion.Suggestion.Value),
        ["band"] = JsonForm.Range(suggestion.Suggestion.Band),
        ["ordersOutsideFit"] = JsonForm.Number(suggestion.OrdersOutsideFit),
    };

    private static JsonObject? ShapeOf(Plan plan) => plan.Shape is not { } shape ? null : new()
    {
        ["family"] = "llama",
        ["layers"] = shape.Layers,
        ["hiddenSize"] = shape.HiddenSize,
        ["heads"] = shape.Heads,
        ["keyValueHeads"] = shape.KeyValueHeads,
        ["feedForwardSize"] = shape.FeedForwardSize,
        ["vocabularySize"] = shape.VocabularySize,
        ["parameters"] = shape.Parameters,
        ["sharding"] = plan.Sharding is not { } sharding ? null : new JsonObject
        {
            ["zeroStage"] = sharding.ZeroStage,
            ["tensorParallel"] = sharding.TensorParallel,
            ["pipelineParallel"] = sharding.PipelineParallel,
            ["dataParallel"] = sharding.DataParallel,
            ["trainingStateBytes"] = shape.TrainingMemory(sharding).Total,
        },
    };
}
