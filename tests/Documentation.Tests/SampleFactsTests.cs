using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>The sample's figures against the collected facts of published runs.</summary>
public sealed class SampleFactsTests : IAsyncLifetime
{
    private LoadedCode _sample = null!;

    public async ValueTask InitializeAsync() => _sample = await Sample.Code.Load();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData("Chinchilla", "Chinchilla 70B")]
    [InlineData("MtNlg", "MT-NLG 530B")]
    [InlineData("Palm", "PaLM 540B")]
    [InlineData("Opt", "OPT-175B")]
    [InlineData("Bloom", "BLOOM-176B")]
    [InlineData("Llama65B", "LLaMA-65B")]
    [InlineData("Llama2_70B", "Llama-2-70B")]
    [InlineData("Llama31_8B", "Llama-3.1-8B")]
    [InlineData("Llama31_405B", "Llama-3.1-405B")]
    [InlineData("Falcon180B", "Falcon-180B")]
    [InlineData("CerebrasGpt13B", "Cerebras-GPT-13B")]
    [InlineData("Pythia12B", "Pythia-12B")]
    [InlineData("DeepSeekV3", "DeepSeek-V3")]
    public void A_run_of_the_sample_has_the_figures_of_its_row(string run, string row)
    {
        var fact = Facts.Csv("science", "runs.csv").Single(fact => fact["name"] == row);
        Assert.Equal(Number(fact["total_params"]), (double)_sample.Value<long>($"PublishedRuns.{run}.Estimates.Parameters"));
        Assert.Equal(Number(fact["active_params"]), (double)_sample.Value<long>($"PublishedRuns.{run}.Estimates.ActiveParameters"));
        Assert.Equal(Number(fact["tokens"]), (double)_sample.Value<long>($"PublishedRuns.{run}.Estimates.TrainingTokens"));
        AssertEqualWhereDeclared(fact, "gpu_hours", run, "PublishedHours");
        AssertEqualWhereDeclared(fact, "mfu", run, "Utilization");
        AssertEqualWhereDeclared(fact, "gpu_count", run, "AcceleratorCount");
    }

    // Brown et al. 2020, table D.1, to the three digits it prints.
    [Fact]
    public void GPT_3_has_the_compute_of_its_table()
    {
        Assert.Equal("3.14e23", Quantity.Scientific(_sample.Value<double>("PublishedRuns.Gpt3.Estimates.TrainingFlops")));
        Assert.Equal("3.64e3", Quantity.Scientific(_sample.Value<double>("PublishedRuns.Gpt3.Estimates.PetaflopDays")));
    }

    // A utilisation derived from the hours must reproduce the hours; its three digits allow half a percent.
    [Theory]
    [InlineData("Opt")]
    [InlineData("Bloom")]
    [InlineData("Llama65B")]
    [InlineData("Llama2_70B")]
    [InlineData("Llama31_8B")]
    [InlineData("Llama31_70B")]
    [InlineData("Falcon180B")]
    [InlineData("Pythia12B")]
    [InlineData("DeepSeekV3")]
    public void A_derived_utilisation_gives_the_published_hours_back(string run)
    {
        double ratio = _sample.Value<double>($"PublishedRuns.{run}.Estimates.AcceleratorHours")
            / _sample.Value<double>($"PublishedRuns.{run}.PublishedHours");
        Assert.InRange(ratio, 0.995, 1.005);
    }

    [Theory]
    [InlineData("Gopher", "Gopher")]
    [InlineData("Palm", "PaLM")]
    [InlineData("Llama31_405B", "Llama 3.1 405B")]
    public void The_page_on_accuracy_tells_how_far_a_published_utilisation_is_from_the_published_hours(string run, string name)
    {
        double ratio = _sample.Value<double>($"PublishedRuns.{run}.Estimates.AcceleratorHours")
            / _sample.Value<double>($"PublishedRuns.{run}.PublishedHours");
        string page = File.ReadAllText(Path.Combine(Facts.RepositoryRoot, "docs", "accuracy.md"));
        Assert.Contains($"{ratio.ToString("0.00", CultureInfo.InvariantCulture)} ({name})", page, StringComparison.Ordinal);
    }

    private void AssertEqualWhereDeclared(IReadOnlyDictionary<string, string> fact, string column, string run, string member)
    {
        if (_sample.TypeOf($"PublishedRuns.{run}").GetField(member) is not { } field)
        {
            Assert.Equal("", fact[column]);
            return;
        }

        Assert.Equal(Number(fact[column]), Convert.ToDouble(field.GetRawConstantValue(), CultureInfo.InvariantCulture), tolerance: 0.5e-3);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
