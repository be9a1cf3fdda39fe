using System;
using System.IO;

namespace ScalingAnalyzers.Tests;

/// <summary>Pages show what their commands print.</summary>
public class CommandPageTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/command.md")]
    public void The_page_shows_what_the_command_prints(string path)
    {
        using var page = new ConsolePage(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, path)));
        string printed = page.Printed(Facts.RepositoryRoot);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(Path.Combine(Facts.RepositoryRoot, path), printed);
        else Assert.Equal(printed, page.Written);
    }

    // A tutorial begins with nothing: its files are written into an empty folder, its commands run there in order.
    [Theory]
    [InlineData("docs/tutorial-run-files.md")]
    [InlineData("docs/tutorial-sweep.md")]
    public void The_tutorial_shows_what_its_commands_print_in_an_empty_folder(string path)
    {
        using var page = new ConsolePage(File.ReadAllText(Path.Combine(Facts.RepositoryRoot, path)));
        string printed = page.Printed(page.EmptyFolder());
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1") File.WriteAllText(Path.Combine(Facts.RepositoryRoot, path), printed);
        else Assert.Equal(printed, page.Written);
    }
}
