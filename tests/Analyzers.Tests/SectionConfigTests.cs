using System;
using System.Globalization;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>Sections of a settings file, read by the names of members as an options class would bind them.</summary>
public class SectionConfigTests
{
    private const string File = "appsettings.json";

    // Llama 3.1 8B (Grattafiori et al. 2024): 8.03B parameters, 15T tokens.
    [Theory]
    [InlineData("""{ "Training": { "Parameters": 8030000000, "Tokens": {|SCALE004:15000000000000|} } }""",
        "'Training' trains 8.03B on 15T")]
    [InlineData("""{ "Training": { "Parameters": "8.03B", "Tokens": {|SCALE004:"15T"|} } }""", "'Training' trains 8.03B on 15T")]
    [InlineData("""{ "training": { "parameters": "8.03B", "tokens": {|SCALE004:"15T"|} } }""", "'Training' trains")] // keys ignore case
    [InlineData("""{ "Training:Parameters": "8.03B", "Training": { "Tokens": {|SCALE004:"15T"|} } }""", "'Training' trains")] // joined keys
    [InlineData("""{ "Training": { "Parameters": "8.03B", "Tokens": "15T", "Intent": {|SCALE501:"InferenceOptimal"|} } }""", "pay-back")]
    [InlineData("""{ "Training": { "Parameters": "8.03B", "Tokens": {|SCALE105:"15T"|}, "Stage": "FineTuning" } }""", "a third of 1e23")]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": {|SCALE907:300|} } }""", "'Training.Tokens' is 300 tokens")]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": {|SCALE902:"many"|} } }""", "is not a quantity")]
    [InlineData("""{ "Training": { "ParametersB": 70, "TokensInBillions": {|SCALE001:100|} } }""", "trains 70B parameters on 100B")]
    [InlineData("""
        // of the planner
        { "Training": { /* the plan */ "Parameters": "70B", "Tokens": {|SCALE001:"100B"|}, }, }
        """, "'Training' trains 70B")]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": "1.4T", "Utilization": {|SCALE102:40|} } }""", "40")]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": "1.4T", "Accelerator": {|SCALE104:"H1000"|} } }""", "'H1000'")]
    [InlineData("""{ "Training": { "Model": { "Parameters": "70B" }, "Tokens": {|SCALE001:"100B"|} } }""", "trains 70B")]
    [InlineData("""
        { "Training": { "Tokens": "200B", "Model": { "Family": "llama", "HiddenSize": 4096, "Layers": 32, "Heads": {|SCALE301:24|},
          "KeyValueHeads": 8, "FeedForwardSize": 14336, "VocabularySize": 128256 } } }
        """, "4096 does not divide into 24 heads")]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": "1.4T", "Model": { "Family": {|SCALE909:"lama"|} } } }""", "'llama'")]
    [InlineData("""{ "Training": { "Parameters": "70B", {|SCALE909:"Tokns"|}: "100B" } }""", "key 'Tokns' is not read; did you mean")]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": null } }""", null)]
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": [1, 2] } }""", null)] // unknown: nothing is concluded
    [InlineData("""{ "Training": { "Parameters": "70B", "Tokens": "100B", "TrainingTokens": {|SCALE906:"200B"|} } }""", "both are the")]
    [InlineData("""{ "Training": { "MaxCost": 1000000, "PricePerAcceleratorHour": 2, "Accelerator": "H100-SXM", "Utilization": 0.4 } }""",
        null)] // a budget alone
    public async Task A_value_is_read_by_the_name_of_its_member(string json, string? words)
    {
        var reported = await Config.Code.Json(File, json, "Section=Training").ReportsAsMarked();
        if (words is not null)
            Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{|SCALE908:{|} "Logging": { "Level": 1 }, "Training": { "Tokens": 1 } }""", "Section=Trainer",
        "the file has no section 'Trainer'")]
    [InlineData("""{|SCALE908:{|} "Logging": { "Level": 1 }, "Training": { "Tokens": 1 } }""", "Section=Trainin",
        "did you mean 'Training'?")]
    [InlineData("""{|SCALE908:{|} "Logging": { "Level": 1 } }""", "Section=Training", "there is 'Logging'")]
    [InlineData("""{|SCALE908:{|} "Runs": { "Small": { "Tokens": 1 } } }""", "Section=Runs:Large", "in 'Runs' there is 'Small'")]
    [InlineData("""{ "Training": {|SCALE908:5|} }""", "Section=Training", "'Training' is the value 5, not a section with values")]
    [InlineData("""{ "Training": {|SCALE908:{}|} }""", "Section=Training", "'Training' is empty")]
    [InlineData("""{ "Training": { {|SCALE908:"Level"|}: 1, "Other": 2 } }""", "Section=Training", "it has Level, Other")]
    [InlineData("""{ "Training": { {|SCALE908:"LearningRate"|}: 3e-4 } }""", "Section=Training", "is read as parameters, tokens, steps")]
    [InlineData("""{ "Training": { "Tokens": "1T", {|SCALE908:"tokens"|}: 2 } }""", "Section=Training", "is in the file twice")]
    [InlineData("""{ "Training": {|SCALE908:]|} }""", "Section=Training", "'Training' is not assessed: ")]
    [InlineData("""{|SCALE908:[]|}""", "Section=Training", "a settings file is a JSON object")]
    public async Task A_section_without_a_run_is_reported_with_what_is_there(string json, string item, string words)
    {
        var reported = await Config.Code.Json(File, json, item).ReportsAsMarked();
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Runs:Large", "'Large' trains 70B")]
    [InlineData("runs:large", "'Large' trains 70B")]
    [InlineData("Plans:1", "'Plans_1")] // an element of a list by its number, which no class can be called
    public async Task A_section_may_be_nested(string section, string words)
    {
        const string Json = """
            { "Runs": { "Small": { "Parameters": "1B", "Tokens": "20B" }, "Large": { "Parameters": "70B", "Tokens": "100B" } },
              "Plans": [ { "Parameters": "1B", "Tokens": "20B" }, { "Parameters": "70B", "Tokens": "100B" } ] }
            """;
        string name = section[0] == 'P' ? "; Name=Plans_1" : "";
        var reported = await Config.Code.Json(File, Json, "Section=" + section + name).Diagnostics();
        Assert.Equal("SCALE001", reported.Single().Id);
        Assert.Contains(words, reported.Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Each_element_of_a_list_is_a_run_with_its_own_warning()
    {
        const string Json = """
            { "Runs": [ { "Name": "large", "Parameters": "70B", "Tokens": {|SCALE001:"100B"|} },
                        { "Parameters": "8.03B", "Tokens": {|SCALE004:"15T"|} },
                        { "Parameters": "1B", "Tokens": "20B" } ] }
            """;
        var reported = await Config.Code.Json(File, Json, "Section=Runs").ReportsAsMarked();
        Assert.Contains("'Runs_Large' trains", reported.Single(d => d.Id == "SCALE001").GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
        Assert.Contains("'Runs_1' trains", reported.Single(d => d.Id == "SCALE004").GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_items_read_several_sections_and_environment_files_are_their_own()
    {
        var reported = await Config.Code
            .Json(File, """{ "Small": { "Parameters": "1B", "Tokens": "2B" }, "Large": { "Parameters": "70B", "Tokens": "100B" } }""",
                "Section=Small", "Section=Large; NoWarn=SCALE001")
            .Json("appsettings.Production.json", """{ "Small": { "Parameters": "8.03B", "Tokens": "15T" } }""", "Section=Small")
            .Diagnostics();
        Assert.Equal(["SCALE001", "SCALE004"], reported.Select(d => d.Id).Order(StringComparer.Ordinal));
        Assert.Contains("'SmallProduction' trains", reported.Single(d => d.Id == "SCALE004").GetMessage(CultureInfo.InvariantCulture),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_item_adds_to_the_section_and_disagreement_is_reported()
    {
        const string Json = """{ "Training": { "Parameters": "8.03B", "Tokens": "15T" } }""";
        Assert.Empty(await Config.Code.Json(File, Json, "Section=Training; Justification=served for years").Diagnostics());
        var reported = await Config.Code.Json(File, Json, "Section=Training; Tokens=1T").Diagnostics();
        Assert.Equal("SCALE906", reported.Single().Id);
    }

    [Fact]
    public async Task A_text_of_a_time_span_is_days_where_the_role_is_in_days()
    {
        // 14 days of 512 H100 at 40 %: 512 x 14 x 24 = 172,032 hours; 70B on 1.4T needs 412,708.
        const string Json = """
            { "Training": { "Parameters": "70B", "Tokens": "1.4T", "Accelerator": "H100-SXM", "AcceleratorCount": 512,
              "Utilization": 0.4, "MaxDays": {|SCALE101:"14.00:00:00"|} } }
            """;
        var reported = await Config.Code.Json(File, Json, "Section=Training").ReportsAsMarked();
        Assert.Contains("14 days", reported.Single().GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.Empty(await Config.Code.Json(File, Json.Replace("{|SCALE101:\"14.00:00:00\"|}", "\"60.00:00:00\"", StringComparison.Ordinal),
            "Section=Training").Diagnostics());
    }
}
