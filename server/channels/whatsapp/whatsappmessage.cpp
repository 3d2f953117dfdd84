#include "server/channels/whatsapp/whatsappmessage.h"

#include "models/core/currency.h"
#include "models/core/text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace foredeck::whatsapp {

namespace {

constexpr std::size_t longestCard = 2000; ///< bytes, and what goes beyond by the entry that reaches it
constexpr double mostPieces = 1e9; ///< of one article

std::string_view textOf(JsonValue value) { return value.asString().value_or(std::string_view {}); }

std::string idOf(JsonValue value) { return cleanLine(textOf(value)); }

Attachment attachment(std::string name, std::string mediaType, std::string caption)
{
    Attachment made;
    made.name = std::move(name);
    made.mediaType = std::move(mediaType);
    made.caption = std::move(caption);
    return made;
}

// Pictures, sound, video, documents, stickers: fetched from the vendor only when somebody asks for them.
std::string readMedia(JsonValue media, std::string_view type, Inbound &inbound)
{
    if (!media.isObject() || textOf(media["id"]).empty())
        return std::string {type} + ".id";
    auto file = attachment(std::string {type}, cleanLine(textOf(media["mime_type"])), cleanLine(textOf(media["caption"])));
    file.providerId = idOf(media["id"]);
    file.sha256 = idOf(media["sha256"]);
    if (const auto name = textOf(media["filename"]); !name.empty())
        file.caption = cleanLine(name) + (file.caption.empty() ? "" : " – " + file.caption);
    inbound.attachments.push_back(std::move(file));
    setText(inbound, textOf(media["caption"]));
    return {};
}

std::string readLocation(JsonValue location, Inbound &inbound)
{
    const auto latitude = location["latitude"].asReal();
    const auto longitude = location["longitude"].asReal();
    if (!latitude || !longitude || std::abs(*latitude) > 90 || std::abs(*longitude) > 180)
        return "location";
    const auto name = cleanLine(textOf(location["name"]));
    const auto address = cleanLine(textOf(location["address"]));
    const auto coordinates = fmt::format("{:.5f},{:.5f}", *latitude, *longitude);
    inbound.attachments.push_back(attachment("location", "application/geo+json", coordinates));
    inbound.text = name.empty() ? address : address.empty() ? name : name + ", " + address;
    if (inbound.text.empty())
        inbound.text = coordinates;
    inbound.place = address.empty() ? inbound.text : address;
    return {};
}

// Somebody else's card: its numbers belong to that person and stand in the attachment, where nothing takes them for the
// writer's own.
std::string readContacts(JsonValue contacts, Inbound &inbound)
{
    if (!contacts.isArray())
        return "contacts";
    contacts.eachElement([&](JsonValue card) {
        const auto name = cleanLine(textOf(card["name"]["formatted_name"]));
        std::string details = name;
        card["phones"].eachElement([&](JsonValue phone) {
            details += ", " + cleanLine(textOf(phone["phone"]));
            return details.size() < longestCard;
        });
        card["emails"].eachElement([&](JsonValue email) {
            details += ", " + cleanLine(textOf(email["email"]));
            return details.size() < longestCard;
        });
        if (const auto company = cleanLine(textOf(card["org"]["company"])); !company.empty())
            details += ", " + company;
        inbound.attachments.push_back(attachment("contact", "text/vcard", details));
        inbound.text += (inbound.text.empty() ? "" : ", ") + name;
        return inbound.attachments.size() < 20;
    });
    return inbound.attachments.empty() ? "contacts" : std::string {};
}

std::string wordOf(JsonValue value)
{
    const auto text = value.asString();
    return cleanText(text ? *text : std::string_view {value.toJson()});
}

// What a customer filled in, a line for each field; the vendor's own token is no answer.
std::string filledIn(std::string_view json)
{
    JsonDocument document;
    const auto root = document.parse(json);
    if (root.hasError() || !root.value().isObject())
        return std::string {json};
    std::string lines;
    root.value().eachMember([&](std::string_view name, JsonValue value) {
        if (name != "flow_token")
            lines += (lines.empty() ? "" : "\n") + cleanLine(name) + ": " + wordOf(value);
        return true;
    });
    return lines;
}

std::string readInteractive(JsonValue interactive, Inbound &inbound)
{
    const auto type = textOf(interactive["type"]);
    const auto reply = interactive[type];
    if (type.empty() || !reply.isObject())
        return "interactive.type";
    inbound.chosen = type != "nfm_reply"; // a form: their own words
    setText(inbound, inbound.chosen ? std::string {textOf(reply["title"])} : filledIn(textOf(reply["response_json"])));
    auto choice = attachment("choice", "application/x-choice", cleanLine(textOf(reply["description"])));
    choice.providerId = idOf(reply["id"]);
    inbound.attachments.push_back(std::move(choice));
    return {};
}

// Meta's own examples have numbers in both forms: 2 and "2".
std::optional<double> numberIn(JsonValue value)
{
    const auto text = value.asString();
    if (!text)
        return value.asReal();
    double number = 0;
    const auto read = std::from_chars(text->data(), text->data() + text->size(), number);
    return read.ec == std::errc {} && read.ptr == text->data() + text->size() && std::isfinite(number) ? std::optional {number} : std::nullopt;
}

std::string readOrder(JsonValue order, Inbound &inbound)
{
    if (!order["product_items"].isArray())
        return "order.product_items";
    double sum = 0;
    std::string currency;
    bool mixed = false; // of several currencies no sum can be told
    std::string list;
    order["product_items"].eachElement([&](JsonValue item) {
        const auto quantity = std::llround(std::clamp(numberIn(item["quantity"]).value_or(1), 0.0, mostPieces));
        const auto price = numberIn(item["item_price"]).value_or(0);
        const auto named = cleanLine(textOf(item["currency"]));
        mixed = mixed || (!currency.empty() && named != currency);
        currency = named;
        sum += static_cast<double>(quantity) * price;
        if (list.size() < longestCard)
            list += fmt::format("{}{} × {}", list.empty() ? "" : ", ", quantity, cleanLine(textOf(item["product_retailer_id"])));
        return true;
    });
    inbound.attachments.push_back(attachment("order", "application/x-order", list));
    const auto said = cleanText(textOf(order["text"]));
    setText(inbound, "Order: " + list + (said.empty() ? "" : "\n" + said));
    if (!mixed && isCurrencyCode(currency) && sum > 0 && sum < 1e12)
        inbound.value = Money {std::llround(sum * std::pow(10, minorPlaces(currency))), currency};
    return {};
}

std::string readSystem(JsonValue system, Inbound &inbound)
{
    inbound.text = cleanLine(textOf(system["body"]));
    const auto type = textOf(system["type"]);
    const bool moved = type == "user_changed_number" || type == "customer_changed_number";
    inbound.newNumber = idOf(system["wa_id"]);
    inbound.kind = moved && !inbound.newNumber.empty() ? InboundKind::NewNumber : InboundKind::Notice;
    return {};
}

void readUnsupported(JsonValue message, std::string_view type, Inbound &inbound)
{
    std::string why = "A message of a kind that cannot be shown: " + cleanLine(type);
    message["errors"].eachElement([&](JsonValue error) {
        const auto details = cleanLine(textOf(error["error_data"]["details"]));
        why = (details.empty() ? cleanLine(textOf(error["title"])) : details) + " (" + std::to_string(error["code"].asInteger().value_or(0)) + ")";
        return false;
    });
    inbound.attachments.push_back(attachment("unsupported", "application/x-unsupported", why));
}

// Without a body it says nothing that can be shown, and takes nothing with it that came beside it.
std::string readText(JsonValue message, Inbound &inbound)
{
    const auto text = message["text"];
    const auto body = text["body"];
    const bool isLeftOut = (!text.exists() || text.isNull() || text.isObject()) && (!body.exists() || body.isNull());
    if (isLeftOut)
        readUnsupported(message, "text", inbound);
    else if (const auto words = body.asString())
        setText(inbound, *words);
    else
        return "text.body";
    return {};
}

// Where the customer came from: an advertisement that opened the chat, or a product of the catalogue.
void readOrigin(JsonValue message, Inbound &inbound)
{
    const auto ad = message["referral"];
    if (ad.isObject()) {
        for (const auto *key : {"source_id", "source_url", "source_type", "ctwa_clid"}) {
            if (const auto value = cleanLine(textOf(ad[key])); !value.empty())
                inbound.refs[std::string {"whatsapp_ad_"} + key] = value;
        }
        const auto headline = cleanLine(textOf(ad["headline"]));
        const auto body = cleanLine(textOf(ad["body"]));
        inbound.attachments.push_back(attachment("advertisement", "application/x-ad", headline + (headline.empty() || body.empty() ? "" : " – ") + body));
    }
    const auto context = message["context"];
    inbound.replyTo = idOf(context["id"]);
    if (const auto product = context["referred_product"]; product.isObject()) {
        const auto id = idOf(product["product_retailer_id"]);
        inbound.refs["whatsapp_product"] = id;
        auto item = attachment("product", "application/x-product", "Catalogue " + idOf(product["catalog_id"]));
        item.providerId = id;
        inbound.attachments.push_back(std::move(item));
    }
}

} // namespace

std::optional<Timestamp> secondsOf(JsonValue value)
{
    std::int64_t seconds = value.asInteger().value_or(0);
    if (const auto text = value.asString())
        std::from_chars(text->data(), text->data() + text->size(), seconds);
    if (seconds <= 0 || seconds > 32'503'680'000) // the year 3000
        return std::nullopt;
    return fromMs(seconds * 1000);
}

std::string readContent(JsonValue message, std::string_view type, Inbound &inbound)
{
    readOrigin(message, inbound);
    if (type == "text")
        return readText(message, inbound);
    if (type == "image" || type == "document" || type == "audio" || type == "video" || type == "sticker" || type == "voice")
        return readMedia(message[type], type, inbound);
    if (type == "location")
        return readLocation(message["location"], inbound);
    if (type == "contacts")
        return readContacts(message["contacts"], inbound);
    if (type == "interactive")
        return readInteractive(message["interactive"], inbound);
    if (type == "order")
        return readOrder(message["order"], inbound);
    if (type == "system")
        return readSystem(message["system"], inbound);
    if (type == "button") { // a template's quick reply: its words are the customer's answer, "Unsubscribe" too
        const auto text = message["button"]["text"].asString();
        if (!text)
            return "button.text";
        setText(inbound, *text);
        return {};
    }
    if (type == "reaction") {
        inbound.kind = InboundKind::Reaction;
        inbound.replyTo = idOf(message["reaction"]["message_id"]);
        setText(inbound, textOf(message["reaction"]["emoji"]));
        return inbound.replyTo.empty() ? "reaction.message_id" : std::string {};
    }
    readUnsupported(message, type, inbound);
    return {};
}

} // namespace foredeck::whatsapp
