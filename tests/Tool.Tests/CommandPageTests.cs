using System;
using System.IO;
using System.Text;

namespace ScalingAnalyzers.Tests;

/// <summary>docs/command.md shows what the command prints.</summary>
public class CommandPageTests
{
    [Fact]
    public void The_page_shows_what_the_command_prints()
    {
        string path = Path.Combine(Facts.RepositoryRoot, "docs", "command.md");
        string written = File.ReadAllText(path).ReplaceLineEndings("\n"), printed = Printed(written);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(path, printed);
        else Assert.Equal(printed, written);
    }

    private static string Printed(string page)
    {
        var result = new StringBuilder();
        bool isOutput = false;
        foreach (string line in page.TrimEnd('\n').Split('\n'))
        {
            if (isOutput && line.StartsWith("```", StringComparison.Ordinal)) isOutput = false;
            if (!isOutput) result.Append(line).Append('\n');
            if (!line.StartsWith("$ ", StringComparison.Ordinal)) continue;
            isOutput = true;
            result.Append(Scaling.Line(line[2..]).Output);
        }

        return result.ToString();
    }
}
