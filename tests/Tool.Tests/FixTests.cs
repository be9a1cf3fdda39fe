using System;
using System.IO;
using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tests;

/// <summary>`scaling fix` on SmolLM1's file (huggingface/smollm), whose planned steps make 2.1T tokens for
/// 135M.</summary>
public sealed class FixTests : IDisposable
{
    private const string Steps = "train_steps: 2000000";
    private readonly string _folder = Directory.CreateTempSubdirectory("scaling-fix-").FullName;
    private readonly string _file;

    public FixTests()
    {
        _file = Path.Combine(_folder, "run.yaml");
        File.Copy(Path.Combine(Facts.RepositoryRoot, "tests", "RunFiles.Tests", "Files", "nanotron-smollm1-135m.yaml"), _file);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_dry_run_shows_the_difference_and_writes_nothing()
    {
        string before = File.ReadAllText(_file);
        var (code, output, error) = Scaling.Run(_folder, "fix", "run.yaml", "--rule", "SCALE004", "--with", "scale-tokens", "--dry-run");

        Assert.Equal((0, ""), (code, error));
        Assert.Contains("\n--- run.yaml\n+++ run.yaml\n", output, StringComparison.Ordinal);
        Assert.Contains("\n-  " + Steps + "\n+  train_steps: ", output, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_file));
    }

    [Fact]
    public void A_named_fix_changes_the_number_and_nothing_else_and_the_finding_is_gone()
    {
        string before = File.ReadAllText(_file);
        string output = Scaling.Run(_folder, "fix", "run.yaml", "--rule", "scale004", "--with", "scale-tokens", "--json").Output;
        var fix = JsonNode.Parse(output)!["fixes"]!.AsArray()[0]!;
        string after = File.ReadAllText(_file);

        Assert.True((bool)fix["isWritten"]!);
        Assert.Equal(before.Replace(Steps, "train_steps: 3210", StringComparison.Ordinal), after);
        Assert.DoesNotContain("SCALE004", Scaling.Run(_folder, "check", "run.yaml").Output, StringComparison.Ordinal);
        Assert.Contains("Nothing to fix", Scaling.Run(_folder, "fix", ".", "--rule", "SCALE004", "--with", "scale-tokens").Output,
            StringComparison.Ordinal);
        Assert.Equal(after, File.ReadAllText(_file));
    }

    [Theory]
    [InlineData("SCALE004", "same-compute", "Nothing to fix: no finding of SCALE004 with same-compute; there are fixes scale-tokens.")]
    [InlineData("SCALE303", "round-dimension", "Nothing to fix: no finding of SCALE303.")]
    public void A_fix_that_is_not_there_is_told_with_those_that_are(string rule, string fix, string expected) =>
        Assert.Equal(
            expected, Scaling.Run(_folder, "fix", "run.yaml", "--rule", rule, "--with", fix).Output.ReplaceLineEndings(" ").Trim());

    [Theory]
    [InlineData("fix run.yaml", "--rule: no rule is named")]
    [InlineData("fix run.yaml --rule SCALE004", "--with: no fix is named; SCALE004 has same-compute, scale-parameters, scale-tokens")]
    [InlineData("fix run.yaml --rule SCALE004 --with scale-token", "'scale-token' is not known. Did you mean scale-tokens?")]
    [InlineData("fix run.yaml --rule SCALE04 --with scale-tokens", "--rule: 'SCALE04' is not known. Did you mean SCALE004")]
    [InlineData("fix --rule SCALE004 --with scale-tokens", "no path is given")]
    [InlineData("fix run.yaml --rule SCALE004 --with declare-intent", "'declare-intent' is not known")]
    public void Nothing_is_changed_without_a_named_fix(string line, string expected)
    {
        string before = File.ReadAllText(_file);
        var (code, _, error) = Scaling.Run(_folder, line.Split(' '));

        Assert.Equal(2, code);
        Assert.Contains(expected, error, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllText(_file));
    }
}
