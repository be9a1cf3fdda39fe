using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading.Tasks;
using ScalingAnalyzers.Testing;

namespace ScalingAnalyzers.Tests;

/// <summary>tests/Shared/TrainerConfigs.cs in C#, as a section of a settings file and as a bound object:
/// tests/RunFiles.Tests reads the same runs as the trainers' own files.</summary>
public class TrainerWordsTests
{
    public static TheoryData<string> Names => new(TrainerConfigs.All.Select(config => config.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Constants_have_the_tokens_of_the_trainer(string name)
    {
        var config = Find(name);
        string members = string.Concat(Pairs(config).Select(pair => "public const " + TypeOf(pair.Value) + " " + pair.Name + " = "
            + pair.Value + ";\n"));

        Assert.Equal(config.Tokens, await Tokens(Config.Run("public const long Parameters = 70_000_000;\n" + members)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Members_in_the_style_of_CSharp_have_them_too(string name)
    {
        var config = Find(name);
        string members = string.Concat(Pairs(config).Select(pair => "public " + TypeOf(pair.Value) + " " + Pascal(pair.Name)
            + " { get; init; } = " + pair.Value + ";\n"));
        var code = Config.Of("[TrainingConfig]\npublic sealed partial class Run\n{\npublic long Parameters { get; init; } = 70_000_000;\n"
            + members + "}\n");

        Assert.Equal(config.Tokens, await Tokens(code));
        var program = await code.Load();
        var bound = ConfigReader.Read(Activator.CreateInstance(program.TypeOf("Run"))!);
        Assert.Equal(config.Tokens, bound.Declared.TrainingTokens ?? 0);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_section_has_them_too(string name)
    {
        var config = Find(name);
        string json = "{ \"Training\": { \"Parameters\": 70000000, "
            + string.Join(", ", Pairs(config).Select(pair => "\"" + pair.Name + "\": " + pair.Value)) + " } }";

        Assert.Equal(config.Tokens, await Tokens(Config.Code.Json("appsettings.json", json, "Section=Training")));
    }

    private static TrainerConfig Find(string name) => TrainerConfigs.All.Single(one => one.Name == name);

    private static (string Name, string Value)[] Pairs(TrainerConfig config) =>
        Regex.Matches(config.Keys, "(\\w+) = (\"[^\"]*\"|-?[0-9]+)").Select(m => (m.Groups[1].Value, m.Groups[2].Value)).ToArray();

    private static string TypeOf(string value) =>
        value[0] == '"' ? "string" : int.TryParse(value, CultureInfo.InvariantCulture, out _) ? "int" : "long";

    private static string Pascal(string name) => string.Concat(name.Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]));

    private static async Task<long> Tokens(Code code)
    {
        var sources = (await code.Generate()).CompilesCleanly().Sources.Values;
        var found = sources.Select(source => Regex.Match(source, " TrainingTokens = ([0-9]+)L;")).FirstOrDefault(match => match.Success);
        return found is null ? 0 : long.Parse(found.Groups[1].Value, CultureInfo.InvariantCulture);
    }
}
