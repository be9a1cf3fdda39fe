using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tool.Output;

/// <summary>A form of output that every command has.</summary>
internal enum OutputForm
{
    Text,
    Json,
    Markdown,
}

/// <summary>A result for people and for programs; both show the same numbers.</summary>
internal sealed record Shown(Page Page, JsonObject Document)
{
    public void Write(OutputForm form, Terminal terminal)
    {
        switch (form)
        {
            case OutputForm.Json: JsonForm.Write(Document, terminal); break;
            case OutputForm.Markdown: PageMarkdown.Write(Page, terminal.Out); break;
            default: PageText.Write(Page, terminal); break;
        }
    }
}
