using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ScalingAnalyzers.Hardware;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>The published runs beside the checkout, each written as a config with all that is published of
/// it.</summary>
internal static class PublishedRuns
{
    // Global batch (tokens) and peak learning rate as the papers print them.
    private static readonly (string Run, double Batch, double Rate, string Source)[] Hyperparameters =
    [
        ("GPT-3 Small 125M", 0.5e6, 6e-4, "Brown et al. 2020, table 2.1"),
        ("GPT-3 Medium 350M", 0.5e6, 3e-4, "Brown et al. 2020, table 2.1"),
        ("GPT-3 Large 760M", 0.5e6, 2.5e-4, "Brown et al. 2020, table 2.1"),
        ("GPT-3 XL 1.3B", 1e6, 2e-4, "Brown et al. 2020, table 2.1"),
        ("GPT-3 2.7B", 1e6, 1.6e-4, "Brown et al. 2020, table 2.1"),
        ("GPT-3 6.7B", 2e6, 1.2e-4, "Brown et al. 2020, table 2.1"),
        ("GPT-3 13B", 2e6, 1e-4, "Brown et al. 2020, table 2.1"),
        ("Chinchilla 70B", 3e6, 1e-4, "Hoffmann et al. 2022, table 4 (batch 1.5M, then 3M)"),
        ("MT-NLG 530B", 1920 * 2048, 5e-5, "Smith et al. 2022, section 2"),
        ("OPT-175B", 2e6, 1.2e-4, "Zhang et al. 2022, table 1"),
        ("BLOOM-176B", 2048 * 2048, 6e-5, "Le Scao et al. 2022, table 3"),
        ("LLaMA-7B", 4e6, 3e-4, "Touvron et al. 2023, table 2"),
        ("LLaMA-13B", 4e6, 3e-4, "Touvron et al. 2023, table 2"),
        ("LLaMA-65B", 4e6, 1.5e-4, "Touvron et al. 2023, table 2"),
        ("Llama-2-7B", 4e6, 3e-4, "Touvron et al. 2023b, table 1"),
        ("Llama-2-13B", 4e6, 3e-4, "Touvron et al. 2023b, table 1"),
        ("Llama-2-34B", 4e6, 1.5e-4, "Touvron et al. 2023b, table 1"),
        ("Llama-2-70B", 4e6, 1.5e-4, "Touvron et al. 2023b, table 1"),
        ("Llama-3.1-405B", 16e6, 8e-5, "Grattafiori et al. 2024, section 3.4 (batch 4M, 8M, then 16M)"),
        ("Falcon-7B", 2304 * 2048, 6e-4, "Almazrouei et al. 2023, table 16; model card"),
        ("Falcon-40B", 1152 * 2048, 1.85e-4, "Almazrouei et al. 2023, table 16; model card"),
        ("Falcon-180B", 2048 * 2048, 1.25e-4, "Almazrouei et al. 2023, table 16; model card"),
        ("Pythia-70M", 2097152, 1e-3, "Biderman et al. 2023, table 1"),
        ("Pythia-410M", 2097152, 3e-4, "Biderman et al. 2023, table 1"),
        ("Pythia-1B", 2097152, 3e-4, "Biderman et al. 2023, table 1"),
        ("Pythia-12B", 2097152, 1.2e-4, "Biderman et al. 2023, table 1"),
        ("OLMo-2-7B", 1024 * 4096, 3e-4, "OLMo team 2024, table 3"),
        ("OLMo-2-13B", 2048 * 4096, 9e-4, "OLMo team 2024, table 3"),
        ("DeepSeek-LLM-7B", 2304 * 4096, 4.2e-4, "Bi et al. 2024, table 2"),
        ("DeepSeek-V3", 15360L * 4096, 2.2e-4, "DeepSeek-AI 2024, section 4.2"),
        ("BloombergGPT-50B", 2048 * 2048, 6e-5, "Wu et al. 2023, table 4"),
        ("GLM-130B", 4224 * 2048, 8e-5, "Zeng et al. 2022, table 11"),
        ("Cerebras-GPT-590M", 264 * 2048, 2e-4, "Dey et al. 2023, model card"),
        ("Cerebras-GPT-1.3B", 528 * 2048, 2e-4, "Dey et al. 2023, model card"),
        ("Cerebras-GPT-2.7B", 528 * 2048, 2e-4, "Dey et al. 2023, model card"),
        ("Cerebras-GPT-6.7B", 1040 * 2048, 1.2e-4, "Dey et al. 2023, model card"),
        ("Cerebras-GPT-13B", 1080 * 2048, 1.2e-4, "Dey et al. 2023, model card (batch 720, then 1080)"),
        ("StarCoderBase-15.5B", 4e6, 3e-4, "Li et al. 2023, section 5.5"),
        ("StableLM-3B-4E1T", 4194304, 3.2e-4, "Stability AI, model card"),
    ];

    // Distinct tokens where the source counts them apart.
    private static readonly (string Run, double Unique)[] Data = [("OPT-175B", 180e9), ("StableLM-3B-4E1T", 1e12)];

    /// <summary>
    /// Name and config of each run whose parameters and tokens are known. T5 is left out: the laws apply to decoders.
    /// </summary>
    public static IReadOnlyList<(string Name, Code Config)> All() =>
        Rows().Select(row => (row["name"], Config.Run(Members(row), Arguments(row)))).ToList();

    /// <summary>The same as classes whose objects can be read.</summary>
    public static IReadOnlyList<(string Name, Code Config)> AllAsObjects() => Rows()
        .Select(row => (row["name"], Config.Of("[TrainingConfig(" + Arguments(row) + ")]\npublic sealed partial class Run\n{\n"
            + Everywhere.AsObject(Members(row)) + "\n}\n")))
        .ToList();

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows() => Facts.Csv("science", "runs.csv")
        .Where(row => row["tokens"].Length > 0 && row["total_params"].Length > 0 && row["name"] != "T5-11B");

    private static string Members(IReadOnlyDictionary<string, string> row)
    {
        var lines = new List<string> { Member("long", "Parameters", row["total_params"]), Member("long", "Tokens", row["tokens"]) };
        if (Number(row["active_params"]) is { } active && active != Number(row["total_params"]))
            lines.Add(Member("long", "ActiveParameters", row["active_params"]));
        if (Number(row["gpu_hours"]) is { } hours) lines.Add($"public const double GpuHours = {Text(hours)};");
        foreach (var (_, batch, rate, _) in Hyperparameters.Where(h => h.Run == row["name"]))
        {
            lines.Add($"public const long BatchTokens = {Text(batch)};");
            lines.Add($"public const double LearningRate = {rate.ToString("R", CultureInfo.InvariantCulture)};");
        }

        lines.AddRange(Data.Where(d => d.Run == row["name"]).Select(d => $"public const long UniqueTokens = {Text(d.Unique)};"));
        return string.Join("\n", lines);
    }

    private static string Arguments(IReadOnlyDictionary<string, string> row)
    {
        var arguments = new List<string>();
        if (Accelerators.TryGet(row["gpu"], out _)) arguments.Add($"Accelerator = \"{row["gpu"]}\"");
        if (Number(row["gpu_count"]) is { } count) arguments.Add("AcceleratorCount = " + Text(count));
        if (Number(row["mfu"]) is { } utilization)
            arguments.Add("Utilization = " + utilization.ToString("R", CultureInfo.InvariantCulture));
        return string.Join(", ", arguments);
    }

    private static string Member(string type, string name, string value) => $"public const {type} {name} = {Text(Number(value)!.Value)};";

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : null;

    private static string Text(double value) => ((long)Math.Round(value)).ToString(CultureInfo.InvariantCulture);
}
