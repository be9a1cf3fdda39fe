using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ScalingAnalyzers.Tests;

namespace ScalingAnalyzers.Documentation.Tests;

/// <summary>Every C# example of the pages compiles, and has the diagnostics and messages that its page shows.</summary>
public class ExampleTests
{
    private static readonly IReadOnlyList<CodeBlock> All = MarkdownPage.All().SelectMany(page => page.Examples()).ToList();

    public static TheoryData<string> Examples { get; } = new(All.Select(example => example.Name));

    public static TheoryData<string> Fixed { get; } = new(All.Where(example => example.Fix is not null).Select(example => example.Name));

    public static TheoryData<string> Programs { get; } =
        new(All.Where(example => example is { Shown: not null, Mark: "clean" }).Select(example => example.Name));

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_has_the_diagnostics_of_its_page(string name)
    {
        CodeBlock example = Find(name);
        Assert.True(example.Mark is not null, $"{name} is not marked: put <!-- clean --> or <!-- warns: SCALE001 --> before it.");
        var reported = await ExampleCode.Of(example).Diagnostics();
        Assert.Equal(example.Rules, reported.Select(diagnostic => diagnostic.Id));
        if (example.Rules.Length == 0) return;
        string printed = string.Join("\n", reported.Select(ExampleCode.Line));
        Assert.True(printed == example.Shown, $"{name} shows other words than the analyzers print. They print:\n{printed}");
    }

    [Theory]
    [MemberData(nameof(Fixed))]
    public async Task An_example_after_a_fix_is_the_result_of_the_fix_on_the_example_before(string name)
    {
        CodeBlock after = Find(name);
        CodeBlock before = All.Last(example => example.Page == after.Page && example.Line < after.Line && example.Rules.Length > 0);
        await ExampleCode.Of(before).Fix(after.Fix).Becomes(ExampleCode.Text(after));
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_prints_what_its_page_shows(string name)
    {
        CodeBlock example = Find(name);
        string printed = await ExampleCode.Output(example);
        string Page(string? shown) => $"{example.Text}\n```\n\n```text\n{shown}\n```\n";
        GeneratedFile.Is(example.Page, page => page.Replace(Page(example.Shown), Page(printed), StringComparison.Ordinal));
        Assert.Contains(Page(printed), File.ReadAllText(Path.Combine(Facts.RepositoryRoot, example.Page)), StringComparison.Ordinal);
    }

    private static CodeBlock Find(string name) => All.Single(example => string.Equals(example.Name, name, StringComparison.Ordinal));
}
