using System;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using ScalingAnalyzers.Evaluation;
using ScalingAnalyzers.Generators;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

public class ConfigConstantsTests
{
    private const string Llama =
        """
        { "model_type": "llama", "hidden_size": 4096, "num_hidden_layers": 32, "num_attention_heads": 32,
          "num_key_value_heads": 8, "intermediate_size": 14336, "vocab_size": 128256 }
        """;

    // The defaults of GPT-2's configuration class are GPT-2 small, 124,439,808 parameters.
    private const string Gpt2 = """{ "model_type": "gpt2" }""";

    private static readonly Code Two = Config.Code.File("A.cs", "public static class A { public const int X = 1; }")
        .Property("RootNamespace", "My.App")
        .Json("configs/llama/config.json", Llama,
            "Tokens=15T; SequenceLength=8192; Accelerator=H100-SXM; AcceleratorCount=1024; Utilization=0.4")
        .Json("configs/gpt2.json", Gpt2, "");

    [Fact]
    public async Task A_file_of_the_project_becomes_constants()
    {
        var code = await Two.Load();
        Assert.Equal(8_030_261_248L, code.Value<long>("My.App.ScalingConfigs.Llama.Parameters")); // the published total
        Assert.Equal(15_000_000_000_000L, code.Value<long>("My.App.ScalingConfigs.Llama.TrainingTokens"));
        Assert.Equal(15e12 * ((6.0 * 8_030_261_248) + (12.0 * 32 * 4096 * 8192)),
            code.Value<double>("My.App.ScalingConfigs.Llama.TrainingFlopsWithAttention"), 1e9);
        Assert.Equal(15e12 * ((6.0 * 8_030_261_248) + (12.0 * 32 * 4096 * 8192)) / (989.4e12 * 0.4 * 3600),
            code.Value<double>("My.App.ScalingConfigs.Llama.AcceleratorHours"), 1e-3);
        Assert.Equal(124_439_808L, code.Value<long>("My.App.ScalingConfigs.Gpt2.Parameters"));
        Assert.False(code.TypeOf("My.App.ScalingConfigs").IsVisible);
    }

    [Fact]
    public async Task Several_runs_of_one_file_stand_side_by_side()
    {
        var code = await Config.Code.File("A.cs", "public class A { }")
            .Json("configs/llama/config.json", Llama, "Name=Short; Tokens=200B", "Name=Long run; Tokens=15T", "", "")
            .Load();
        Assert.Equal(200_000_000_000L, code.Value<long>("ScalingConfigs.Short.TrainingTokens"));
        Assert.Equal(15_000_000_000_000L, code.Value<long>("ScalingConfigs.LongRun.TrainingTokens"));
        Assert.Equal(8_030_261_248L, code.Value<long>("ScalingConfigs.Llama.Parameters"));
        Assert.Equal(8_030_261_248L, code.Value<long>("ScalingConfigs.Llama_2.Parameters"));
    }

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("Llama31_8B", "Llama31_8B")]
    [InlineData("llama 3.1", "Llama3_1")]
    public async Task A_name_of_its_own_is_taken_as_it_is_where_CSharp_can(string name, string written)
    {
        var driver = await Config.Code.File("A.cs", "public class A { }").Json("config.json", Gpt2, "Name=" + name).Generate();
        Assert.Contains("public static partial class " + written + "\n", driver.CompilesCleanly().Sources.Values.Single(),
            StringComparison.Ordinal);
    }

    // C# has no member called as its class: the catalogue gives the names, so that a new one cannot be forgotten.
    [Fact]
    public async Task A_config_called_as_a_constant_gets_another_name()
    {
        string[] names = ConstantCatalog.All.Select(row => row.Name).ToArray();
        Assert.Contains("LifetimeFlops", names);
        Assert.Contains("Summary", names);
        var driver = await Config.Code.File("A.cs", "public class A { }")
            .Json("config.json", Gpt2, [.. names.Select(name => "Name=" + name + "; Tokens=200B")])
            .Generate();
        driver.CompilesCleanly();
        Assert.All(
            names,
            name => Assert.Contains(driver.Sources.Values,
                text => text.Contains("public static partial class " + name + "_\n", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{ \"model_type\": \"t5\" }")]
    [InlineData("{ \"model_type\": \"llama\", \"hidden_size\": 4097 }")]
    public async Task A_file_without_a_shape_still_has_the_values_of_the_project(string json)
    {
        string source = (await Config.Code.File("A.cs", "public class A { }").Json("x/config.json", json, "Tokens=15T").Generate())
            .CompilesCleanly().Sources.Values
            .Single();
        Assert.Contains("long TrainingTokens = 15000000000000L;", source, StringComparison.Ordinal);
        Assert.DoesNotContain("long Parameters", source, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("My-App.2nd.class", "namespace My_App._2nd.@class")]
    [InlineData("", "internal static partial class ScalingConfigs")]
    public async Task The_root_namespace_is_written_as_CSharp_has_it(string root, string words)
    {
        var driver = await Config.Code.File("A.cs", "public class A { }")
            .Property("RootNamespace", root)
            .Json("x/config.json", Gpt2, "")
            .In(LanguageVersion.CSharp7_3)
            .Generate();
        Assert.Contains(words, driver.CompilesCleanly().Sources.Values.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_hover_text_lists_what_is_left_out()
    {
        const string Json =
            """{ "model_type": "mistral3", "vision_config": { "model_type": "pixtral" }, "text_config": { "model_type": "mistral" } }""";
        string source =
            (await Config.Code.File("A.cs", "public class A { }").Json("x/config.json", Json, "").Generate()).Sources.Values.Single();
        Assert.Contains("Not counted: vision_config (pixtral)", source, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Models_hold_only_values() => (await Two.Generate())
        .HoldsOnlyValues(TrackingNames.Configs)
        .HoldsOnlyValues(TrackingNames.ConfigNames)
        .HoldsOnlyValues(TrackingNames.EmittedConfigs);

    [Fact]
    public async Task An_edit_of_code_changes_nothing() => AssertModified(0, (await Two.Generate()).Edit("A.cs", "X = 1", "X = 2"));

    [Fact]
    public async Task One_file_edited_is_one_output_modified()
    {
        var first = await Two.Generate();
        AssertModified(
            1,
            first.Reconfigure(
                code => code.AdditionalFile("configs/gpt2.json", Gpt2.Replace("}", ", \"n_layer\": 24 }", StringComparison.Ordinal),
                    ("ScalingConfig", Config.Joined("")))));
        AssertModified(
            1, first.Reconfigure(code => code.AdditionalFile("configs/gpt2.json", Gpt2, ("ScalingConfig", Config.Joined("Tokens=10B")))));
        AssertModified(0,
            first.Reconfigure(code => code.AdditionalFile("configs/gpt2.json", Gpt2 + " // read", ("ScalingConfig", Config.Joined("")))));
    }

    private static void AssertModified(int count, Driver driver)
    {
        Assert.Equal(count, driver.Steps(TrackingNames.EmittedConfigs)
            .Count(reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
        Assert.Equal(
            count, driver.OutputSteps.Count(reason => reason is IncrementalStepRunReason.Modified or IncrementalStepRunReason.New));
    }

    [Fact]
    public async Task A_section_of_a_settings_file_becomes_constants_and_a_list_becomes_several()
    {
        const string Settings = """
            // the planner's
            { "Logging": { "LogLevel": { "Default": "Information" } },
              "Training": { "Parameters": "70B", "Tokens": "1.4T", },
              "Runs": [ { "Name": "draft", "Parameters": "1B", "Tokens": "20B" }, { "Parameters": "2B", "Tokens": "40B" } ] }
            """;
        var code = await Config.Code.File("A.cs", "public class A { }").Property("RootNamespace", "My.App")
            .Json("appsettings.json", Settings, "Section=Training", "Section=Runs; Name=Plan")
            .Json("appsettings.Production.json", Settings, "Section=Training; Tokens=1.4T")
            .Load();
        Assert.Equal(6.0 * 70e9 * 1.4e12, code.Value<double>("My.App.ScalingConfigs.Training.TrainingFlops"));
        Assert.Equal(20_000_000_000L, code.Value<long>("My.App.ScalingConfigs.Plan_Draft.TrainingTokens"));
        Assert.Equal(40_000_000_000L, code.Value<long>("My.App.ScalingConfigs.Plan_1.TrainingTokens"));
        Assert.Equal(1_400_000_000_000L, code.Value<long>("My.App.ScalingConfigs.TrainingProduction.TrainingTokens"));
    }

    [Fact]
    public async Task A_section_that_is_missing_makes_no_number()
    {
        var driver = await Config.Code.File("A.cs", "public class A { }").Json("appsettings.json", "{ }", "Section=Training").Generate();
        Assert.DoesNotContain("public const", driver.CompilesCleanly().Sources.Values.Single(), StringComparison.Ordinal);
    }
}
