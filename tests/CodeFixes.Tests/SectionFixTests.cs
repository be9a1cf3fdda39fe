using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Fixes of values in a section of a settings file: the digits change, and nothing else.</summary>
public class SectionFixTests
{
    [Theory]
    [InlineData("SCALE001", "scale-tokens", "\"300B\"", "\"4820B\"")]
    [InlineData("SCALE001", "scale-tokens", "300000000000", "4820000000000")]
    [InlineData("SCALE001", "scale-tokens", "3.0e11", "4.82e12")]
    public Task Tokens_of_a_section_are_fixed_in_the_file(string rule, string fix, string before, string after) => Fixed(
        rule, fix, """{ "Training": { "Parameters": "280B", "Tokens": """ + before + """, /* as published */ } }""",
        """{ "Training": { "Parameters": "280B", "Tokens": """ + after + """, /* as published */ } }""");

    [Theory]
    [InlineData("SCALE102", "as-fraction", "\"Utilization\": 40", "\"Utilization\": 0.40")]
    [InlineData("SCALE104", "use-known-accelerator", "\"Accelerator\": \"H100-SMX\"", "\"Accelerator\": \"H100-SXM\"")]
    [InlineData("SCALE304", "use-product", "\"Tokens\": \"1.5T\", \"MaxSteps\": 1000000, \"TokensPerBatch\": 1400000",
        "\"Tokens\": \"1.4T\", \"MaxSteps\": 1000000, \"TokensPerBatch\": 1400000")]
    [InlineData("SCALE907", "append-billions", "\"Tokens\": 1400", "\"Tokens\": 1400000000000")] // no separators in JSON
    public Task Other_values_of_a_section_are_fixed_in_the_file(string rule, string fix, string before, string after) => Fixed(
        rule, fix, "{ \"Runs\": { \"A\": { \"Parameters\": \"70B\", " + before + " } } }",
        "{ \"Runs\": { \"A\": { \"Parameters\": \"70B\", " + after + " } } }", "Runs:A");

    private static Task Fixed(string rule, string fix, string before, string after, string section = "Training") => Config.Code
        .File("A.cs", "public class A { }").Json("appsettings.json", before, "Section=" + section).Only(rule)
        .Fix(fix).AndNothingWarns().Becomes(("appsettings.json", after));
}
