using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Evaluation;

namespace ScalingAnalyzers.Generators;

/// <summary>
/// What turns a run into its estimate and a model into text. Each config is made by itself: an exception would cost the
/// whole project its constants, where it may cost one config's.
/// </summary>
internal sealed record Making(Func<RunModel, Estimate> Estimate, Func<EstimatesModel, TextBuilder, EquatableArray<EmittedText>> Write)
{
    /// <summary>Finds out whether the class around the constants of items can be added to a project.</summary>
    public Func<Compilation, string, CancellationToken, ConfigsPlace> Place { get; init; } = ConfigsPlace.Of;

    public static Making Usual { get; } = new(static run => run.Estimate(), EstimatesWriter.Write);

    /// <summary>The remark and the constants of a run, or what failed.</summary>
    /// <param name="run">The run.</param>
    /// <param name="depth">How many braces the constants are in.</param>
    /// <param name="text">What writes them.</param>
    public (string Remark, EmittedText? Constants, string Failure) Computed(RunModel run, int depth, TextBuilder text) => Alone(
        () =>
        {
            var estimate = Estimate(run);
            return (EstimateRemark.Of(run, estimate), EstimateConstants.Of(run, estimate, depth, text), "");
        },
        "computing its estimate",
        failure => ("", default(EmittedText), failure));

    /// <summary>The file of a model; where the writer fails, that of one with the failure.</summary>
    public EmittedFile Written(EstimatesModel model, TextBuilder text) => new(model.HintName,
        Alone(() => Write(model, text), "writing its constants", failure => EstimatesWriter.Write(
            model with { Failure = failure, Remark = "", Constants = null, Plans = default }, text)));

    /// <summary>Hands a file to the compiler.</summary>
    public static void Emit(SourceProductionContext output, EmittedFile file) =>
        output.AddSource(file.HintName, new PartsText(file.Texts));

    /// <summary>Makes something, or something else with the words for what failed.</summary>
    public static T Alone<T>(Func<T> make, string step, Func<string, T> otherwise)
    {
        try
        {
            return make();
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return otherwise(GenerationFailure.Words(step, e));
        }
    }
}
