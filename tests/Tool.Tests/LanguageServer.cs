using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;

namespace ScalingAnalyzers.Tests;

/// <summary>A client of csharp-ls (MIT), a language server on Roslyn, that asks for the diagnostics of files as an
/// editor does.</summary>
internal sealed class LanguageServer : IDisposable
{
    private readonly Process _process;
    private int _last;

    private LanguageServer(Process process) => _process = process;

    /// <summary>Installs the server; null where that is not possible here.</summary>
    public static string? Install(string folder)
    {
        var (code, _) = Dotnet.Run(folder, "tool", "install", "csharp-ls", "--version", "0.28.0", "--tool-path", folder);
        return code == 0 ? Path.Combine(folder, "csharp-ls") : null;
    }

    /// <summary>Opens the project of a folder.</summary>
    public static LanguageServer Open(string program, string folder)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start) ?? throw new InvalidOperationException(program + " did not start");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var server = new LanguageServer(process);
        server.Ask("initialize", new JsonObject
        {
            ["processId"] = Environment.ProcessId,
            ["rootUri"] = new Uri(folder).AbsoluteUri,
            ["capabilities"] = JsonNode.Parse("""{ "workspace": { "configuration": true }, "textDocument": { "diagnostic": {} } }"""),
        });
        server.Tell("initialized", new JsonObject());
        return server;
    }

    /// <summary>The diagnostics of a file: id, line, severity (1 error, 2 warning, 3 info) and message.</summary>
    public IReadOnlyList<(string Id, int Line, int Severity, string Message)> Diagnostics(string path)
    {
        string uri = new Uri(path).AbsoluteUri;
        Tell("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject
            {
                ["uri"] = uri,
                ["languageId"] = "csharp",
                ["version"] = 1,
                ["text"] = File.ReadAllText(path),
            },
        });
        var report = Ask("textDocument/diagnostic", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = uri } });
        return report!["items"]!.AsArray().Select(item => ((string)item!["code"]!, 1 + (int)item["range"]!["start"]!["line"]!,
            (int)item["severity"]!, (string)item["message"]!)).ToArray();
    }

    public void Dispose()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        _process.Dispose();
    }

    private JsonNode? Ask(string method, JsonObject parameters)
    {
        int id = ++_last;
        Send(new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            var message = Received();
            if (message["method"] is not null && message["id"] is { } asked) Answer(message, asked);
            else if (message["method"] is null && (int?)message["id"] == id)
                return message["error"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : message["result"];
        }
    }

    // Analyzers run only where the client's settings say so.
    private void Answer(JsonObject message, JsonNode id) => Send(new JsonObject
    {
        ["id"] = id.DeepClone(),
        ["result"] = (string)message["method"]! != "workspace/configuration" ? null
            : new JsonArray(message["params"]!["items"]!.AsArray().Select(_ => (JsonNode)new JsonObject { ["analyzersEnabled"] = true })
                .ToArray()),
    });

    private void Tell(string method, JsonObject parameters) => Send(new JsonObject { ["method"] = method, ["params"] = parameters });

    private void Send(JsonObject message)
    {
        message["jsonrpc"] = "2.0";
        byte[] body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var stream = _process.StandardInput.BaseStream;
        stream.Write(Encoding.ASCII.GetBytes(FormattableString.Invariant($"Content-Length: {body.Length}\r\n\r\n")));
        stream.Write(body);
        stream.Flush();
    }

    private JsonObject Received()
    {
        var stream = _process.StandardOutput.BaseStream;
        int length = 0;
        for (string line = Line(stream); line.Length > 0; line = Line(stream))
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
        }

        byte[] body = new byte[length];
        stream.ReadExactly(body);
        return JsonNode.Parse(body)!.AsObject();
    }

    private static string Line(Stream stream)
    {
        var line = new StringBuilder();
        while (true)
        {
            int next = stream.ReadByte();
            if (next < 0) throw new EndOfStreamException("The language server has ended.");
            if (next == '\n') return line.ToString().TrimEnd('\r');
            line.Append((char)next);
        }
    }
}
