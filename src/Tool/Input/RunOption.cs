using System;
using System.Collections.Generic;
using System.CommandLine;
using System.Linq;

namespace ScalingAnalyzers.Tool.Input;

/// <summary>An option that declares one value of a run, by its role.</summary>
internal sealed class RunOption
{
    private readonly Func<string, string, object> _read;

    private RunOption(string name, ConfigRole role, string help, string valueName, Func<string, string, object> read)
    {
        Role = role;
        _read = read;
        Option = new Option<string>(name) { Description = help, HelpName = valueName };
    }

    /// <summary>The options that any run may have, in the order of --help.</summary>
    public static IReadOnlyList<RunOption> All() =>
    [
        Count("--parameters", ConfigRole.Parameters, "parameters", "All parameters of the model, such as 70B; of a mixture all experts."),
        Count("--active-parameters", ConfigRole.ActiveParameters, "parameters", "Parameters that a token passes through, of a mixture."),
        Count("--tokens", ConfigRole.TrainingTokens, "tokens", "Training tokens, repetitions included, such as 1.4T."),
        Count("--unique-tokens", ConfigRole.UniqueTokens, "tokens", "Distinct tokens of the data."),
        Count("--prior-tokens", ConfigRole.PriorTokens, "tokens", "Tokens that the starting point was trained on."),
        Count("--inference-tokens", ConfigRole.InferenceTokens, "tokens", "Tokens served over the life of the model."),
        Count("--sequence-length", ConfigRole.SequenceLength, "tokens", "Tokens of a training sequence."),
        Count("--batch-tokens", ConfigRole.TokensPerBatch, "tokens", "Tokens of a step, over all devices."),
        Count("--vocabulary", ConfigRole.VocabularySize, "rows", "Rows of the embedding, padding included."),
        new("--learning-rate", ConfigRole.LearningRate, "Peak learning rate.", "rate",
            (name, text) => Amounts.Number(name, text, "a learning rate", "3e-4")),
        new("--accelerator", ConfigRole.Accelerator, "The chip, such as h100-sxm; 'scaling accelerators' lists them.", "chip",
            (name, text) => Known.Accelerator(name, text).Name),
        Count("--gpus", ConfigRole.AcceleratorCount, "accelerators", "Accelerators of the run."),
        new("--mfu", ConfigRole.Utilization, "Model FLOPs utilization, 0.4 or 40%. There is no default.", "share",
            (name, text) => Amounts.Share(name, text, "a share of the peak", "0.4 or 40%")),
        new("--tokens-per-second", ConfigRole.TokensPerSecondPerAccelerator,
            "Measured tokens per second of one accelerator; replaces --mfu.",
            "rate", (name, text) => Amounts.Number(name, text, "tokens per second of one accelerator", "12000")),
        new("--availability", ConfigRole.Availability, "Share of the wall-clock time that trains, 0.95.", "share",
            (name, text) => Amounts.Share(name, text, "a share of the time", "0.95")),
        new("--precision", ConfigRole.Precision, "Number format: BF16, FP16, FP8, FP32, TF32.", "format",
            (name, text) => Amounts.Choice<NumericFormat>(name, text).ToString()),
        new("--price", ConfigRole.PricePerAcceleratorHour, "Price of one accelerator for an hour. There is no default.", "money",
            (name, text) => Amounts.Money(name, text, "money for an accelerator-hour", "2 or 2.49")),
        Count("--tensor-parallel", ConfigRole.TensorParallel, "devices", "Devices that share a layer."),
        Count("--pipeline-parallel", ConfigRole.PipelineParallel, "devices", "Stages of the pipeline."),
        Count("--zero-stage", ConfigRole.ZeroStage, "stage", "ZeRO stage, 1 to 3; 3 is FSDP."),
        new("--intent", ConfigRole.Intent, "What is optimised: compute-optimal or inference-optimal.", "intent",
            (name, text) => Amounts.Choice<TrainingIntent>(name, text).ToString()),
        new("--stage", ConfigRole.Stage, "Pretraining, continued-pretraining, fine-tuning or distillation.", "stage",
            (name, text) => Amounts.Choice<TrainingStage>(name, text).ToString()),
    ];

    /// <summary>What the value means.</summary>
    public ConfigRole Role { get; }

    /// <summary>The option of the parser.</summary>
    public Option<string> Option { get; }

    /// <summary>The value; null where the option is not given.</summary>
    public object? Of(Given given) => given.Text(Option) is { } text ? _read(Option.Name, text) : null;

    /// <summary>The values that are given, by role.</summary>
    public static Dictionary<ConfigRole, object> Values(IEnumerable<RunOption> options, Given given) => options
        .Select(option => (option.Role, Value: option.Of(given)))
        .Where(pair => pair.Value is not null)
        .ToDictionary(pair => pair.Role, pair => pair.Value!);

    private static RunOption Count(string name, ConfigRole role, string of, string help) =>
        new(name, role, help, of, (option, text) => Amounts.Count(option, text, of));
}
