using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using ScalingAnalyzers.Analyzers;

namespace ScalingAnalyzers.Tests;

/// <summary>For every rule, the published runs that it reports. The rules' pages justify each line.</summary>
public class PublishedRunTests
{
    private static readonly Dictionary<string, string[]> FiresOn = new()
    {
        // Too large for their compute; Hoffmann et al. 2022 name the first generation themselves.
        { "SCALE001", ["MT-NLG 530B", "PaLM 540B", "OPT-175B", "BLOOM-176B", "GLM-130B"] },

        // More than a hundred times the compute of any run that the default law was fitted on.
        { "SCALE003", ["PaLM 540B", "Llama-3-70B", "Llama-3.1-405B", "Llama-4-Scout", "Llama-4-Maverick", "Falcon-180B", "DeepSeek-V3",
            "Qwen2.5-32B"] },

        // Trained past three times the optimal ratio without a stated purpose: small members of a family, and models
        // made to be served.
        {
            "SCALE004",
            [
                "GPT-3 Small 125M", "GPT-3 Medium 350M", "GPT-3 Large 760M", "GPT-3 XL 1.3B", "GPT-3 2.7B", "PaLM 8B", "LLaMA-7B",
                "LLaMA-13B", "Llama-2-7B", "Llama-2-13B", "Llama-2-34B", "Llama-3-70B", "Llama-3.1-8B", "Llama-3.2-1B",
                "Llama-4-Scout", "Llama-4-Maverick", "Falcon-7B", "Pythia-70M", "Pythia-410M", "Pythia-1B", "OLMo-7B",
                "OLMo-2-7B", "OLMo-2-13B", "OLMo-2-32B", "MPT-7B", "StableLM-3B-4E1T", "StableLM-Base-Alpha-7B-v2", "DeepSeek-LLM-7B",
                "Qwen2.5-0.5B", "Qwen2.5-1.5B", "Qwen2.5-3B", "Qwen2.5-7B", "Qwen2.5-32B", "Phi-3-mini", "Phi-3-medium",
                "Gemma-2B", "Gemma-7B", "Gemma-2-2B", "Gemma-2-9B", "SmolLM2-1.7B", "SmolLM2-360M", "SmolLM2-135M",
                "SmolLM3-3B", "StarCoderBase-15.5B", "GPT-J-6B",
            ]
        },

        // Their published utilization is that of a step; their published hours, including restarts, give two thirds and
        // three quarters of it.
        { "SCALE102", ["PaLM 540B", "GLM-130B"] },

        // 3.8e25 FLOPs.
        { "SCALE105", ["Llama-3.1-405B"] },
    };

    // Runs that their own authors show to be compute-optimal.
    private static readonly string[] ComputeOptimal =
    [
        "Chinchilla 70B", "Llama-3.1-405B", "Cerebras-GPT-590M", "Cerebras-GPT-1.3B", "Cerebras-GPT-2.7B", "Cerebras-GPT-6.7B",
        "Cerebras-GPT-13B",
    ];

    private static readonly Lazy<Task<IReadOnlyList<(string Run, Diagnostic Found)>>> Reported = new(Report);

    public static TheoryData<string> Ids { get; } = new(Rules.All.Select(rule => rule.Id).Distinct());

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task A_rule_reports_these_published_runs_and_no_other(string id) => Assert.Equal(
        FiresOn.GetValueOrDefault(id, []),
        (await Reported.Value).Where(row => row.Found.Id == id).Select(row => row.Run));

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_page_of_a_rule_names_each_of_them_or_states_that_there_is_none(string id)
    {
        string page = Regex.Replace(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "docs", "rules", id + ".md")), @"\s+", " ");
        if (FiresOn.TryGetValue(id, out string[]? runs)) Assert.All(runs, run => Assert.Contains(run, page, StringComparison.Ordinal));
        else Assert.Matches("reports none\\b", page);
    }

    [Fact]
    public async Task No_warning_reports_a_run_that_its_literature_shows_compute_optimal() => Assert.DoesNotContain(
        await Reported.Value, row => ComputeOptimal.Contains(row.Run) && row.Found.Severity >= DiagnosticSeverity.Warning);

    private static async Task<IReadOnlyList<(string Run, Diagnostic Found)>> Report()
    {
        var rows = new List<(string, Diagnostic)>();
        foreach (var (name, code) in PublishedRuns.All())
        {
            foreach (var reported in await code.Diagnostics()) rows.Add((name, reported));
        }

        return rows;
    }
}
